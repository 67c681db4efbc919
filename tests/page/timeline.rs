//! The axis of meetings, outcomes and reports.

use crate::page::Page;
use crate::search::DIALOGUE_2016;
use crate::suite::Test;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("what has a date is on the axis and what has none in the tray", counts),
    Test::new("arrow keys go from mark to mark and Enter opens one", by_keyboard),
    Test::new("dates are chosen by dragging and given up with Escape", dragging),
    Test::new("too many marks in one place open as a list", lists),
    Test::new("what came of a meeting lights up with it", lighting),
];

/// How many marks there are, those within a number counted.
const MARKS: &str = "all('.axis .mark').reduce((sum, mark) => \
                     sum + Number(mark.querySelector('.number')?.textContent ?? 1), 0)";

fn counts(page: &mut Page<'_>) {
    page.open("#/map");
    page.wait_eq("all('.axis .published').length > 0", true);
    let numbers = "text('.timeline summary .count').match(/\\d+/g).map(Number)";
    // "22 meetings, all on the axis" or "23 meetings: 22 on the axis, 1 without a date".
    let undated = match page.get::<Vec<usize>>(numbers)[..] {
        [all, on_the_axis, undated] => {
            assert_eq!(on_the_axis + undated, all);
            undated
        }
        _ => 0,
    };
    page.wait_eq("all('.timeline .tray li').length", undated);
    page.wait_eq(
        "all('.timeline .tray a').every((link) => link.hash.startsWith('#/meeting/'))",
        true,
    );
    // A view with dates has none without; what answers to the rest of it is set back.
    let before: usize = page.get(MARKS);
    page.open("#/map?from=2024");
    page.wait_eq("all('.timeline .tray li').length", 0);
    page.wait_eq(MARKS, before);
    page.wait_eq(
        "all('.axis .apart').length > 0 && all('.axis .mark:not(.apart)').length > 0",
        true,
    );
}

fn by_keyboard(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("all('.axis .mark[tabindex=\"0\"]').length", 1);
    page.script("one('.axis .mark[tabindex=\"0\"]').focus()", &[]);
    let place = "Number(document.activeElement.dataset.place)";
    page.wait_eq(place, 1);
    page.key(Key::Right);
    page.wait_eq(place, 2);
    page.wait_eq("all('.axis .mark[tabindex=\"0\"]').length", 1);
    page.wait_eq("text('.caption') === document.activeElement.getAttribute('aria-label')", true);
    page.key(Key::End);
    page.wait_eq(&format!("{place} === all('.axis .mark').length"), true);
    page.key(Key::Home);
    page.wait_eq(place, 1);
    page.script("one('#told-0').focus()", &[]);
    page.key(Key::Enter);
    page.wait_eq("location.hash", format!("#/report/{DIALOGUE_2016}"));
}

/// Drags over a part of the axis, both ends as parts of its width.
const DRAG: &str = "const axis = one('.axis'); const box = axis.getBoundingClientRect();
    for (const [kind, at] of [['down', arguments[0]], ['move', arguments[1]], ['up', arguments[1]]]) {
      axis.dispatchEvent(new PointerEvent('pointer' + kind,
        { bubbles: true, clientX: box.left + box.width * at, clientY: box.bottom - 5 }));
    }";

fn dragging(page: &mut Page<'_>) {
    page.open("#/map");
    page.wait_eq("all('.axis .published').length > 0", true);
    page.script(DRAG, &[0.9.into(), 0.6.into()]);
    page.wait_eq("/^#\\/map\\?from=[\\d-]+&to=[\\d-]+$/.test(location.hash)", true);
    page.wait_eq("all('.axis .asked').length", 1);
    page.script("one('.axis .mark[tabindex=\"0\"]').focus()", &[]);
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/map");
    // Hardly moved at all is pressed, not dragged.
    page.script(DRAG, &[0.5.into(), 0.501.into()]);
    page.stays("location.hash", "#/map");
}

fn lists(page: &mut Page<'_>) {
    page.open("#/reports");
    page.wait_eq("all('.axis .several').length > 0", true);
    let many: usize = page.get("Number(text('.axis .several .number'))");
    page.script("one('.axis .several').focus()", &[]);
    page.key(Key::Enter);
    page.wait_eq("all('.in-one-place li').length", many);
    page.click(".in-one-place .link");
    page.wait_eq("all('.in-one-place li').length", 0);
}

fn lighting(page: &mut Page<'_>) {
    // One meeting of the two had a result, so that its mark stands alone.
    page.open("#/map?person=phan-van-giang&person=sebastien-lecornu");
    let script = "const came = all('.axis .outcome:not(.several)')
        .find((mark) => one('#when-' + mark.id.split('-')[1]));
        came.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); return '#when-' + came.id.split('-')[1];";
    page.wait_eq("all('.axis .outcome').length > 0", true);
    let meeting = page.script(script, &[]);
    page.wait_eq(&format!("one({meeting}).hasAttribute('data-lit')"), true);
    page.script("one('.axis').dispatchEvent(new MouseEvent('mouseleave'))", &[]);
    page.wait_eq("all('.axis [data-lit]').length", 0);
}
