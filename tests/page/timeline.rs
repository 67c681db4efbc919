//! The axis below the map.

use crate::page::Page;
use crate::suite::Test;
use fantoccini::key::Key;

pub const TESTS: &[Test] = &[
    Test::new("every meeting with a date is on the axis, and silences are told", counts),
    Test::new("the ends of the chosen time are moved by keys", by_keyboard),
    Test::new("dates are chosen by dragging, and given up with Escape", dragging),
    Test::new("dates are typed as people write them", typed),
    Test::new("what is pointed at lights up on map and axis", lighting),
];

/// Waits for the axis.
const DRAWN: &str = "all('.dock .mark').length > 0";

fn counts(page: &mut Page<'_>) {
    page.open("#/map");
    page.wait_eq(DRAWN, true);
    let dated = "entente.meetings().filter(({ date }) => date).length";
    page.wait_eq(&format!("all('.dock .mark').length === {dated}"), true);
    page.wait_eq(
        "texts('.dock text.silence').includes('5 years 5 months: no meeting reported')",
        true,
    );
    page.wait_eq("all('.dock .seal').length > 3", true);
    let years = "texts('.dock .tick-label')";
    page.wait_eq(&format!("{years}.includes('2017') && {years}.includes('2025')"), true);
    // A view with dates sets the others back.
    page.open("#/map?from=2024");
    page.wait_eq(&format!("all('.dock .mark').length === {dated}"), true);
    let chosen = "entente.meetings({ from: '2024' }).length";
    page.wait_eq(&format!("all('.dock .mark:not(.apart)').length === {chosen}"), true);
    page.wait_eq("all('.dock .apart').length > 0", true);
}

fn by_keyboard(page: &mut Page<'_>) {
    page.open("#/map?from=2023-12&to=2024");
    page.wait_eq(DRAWN, true);
    let handle = "one('.axis-handle[data-end=\"from\"]')";
    page.wait_eq(&format!("{handle}.getAttribute('aria-valuetext')"), "1 December 2023");
    page.script(&format!("{handle}.focus()"), &[]);
    page.key(Key::Right);
    page.wait_eq("location.hash", "#/map?from=2024-01&to=2024");
    page.wait_eq("document.activeElement.dataset.end", "from");
    page.key(Key::PageDown);
    page.wait_eq("location.hash", "#/map?from=2023-01&to=2024");
    page.key(Key::Home);
    page.wait_eq("location.hash", "#/map?to=2024");
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/map");
}

/// Drags over a part of the axis, both ends as parts of its width.
const DRAG: &str = "const axis = one('.dock .axis'); const box = axis.getBoundingClientRect();
    axis.setPointerCapture = () => {};
    for (const [kind, at] of [['down', arguments[0]], ['move', arguments[1]], ['up', arguments[1]]]) {
      axis.dispatchEvent(new PointerEvent('pointer' + kind,
        { bubbles: true, clientX: box.left + box.width * at, clientY: box.bottom - 5 }));
    }";

fn dragging(page: &mut Page<'_>) {
    page.open("#/map");
    page.wait_eq(DRAWN, true);
    page.script(DRAG, &[0.9.into(), 0.6.into()]);
    page.wait_eq("/^#\\/map\\?from=[\\d-]+&to=[\\d-]+$/.test(location.hash)", true);
    page.wait_eq("all('.dock .apart').length > 0", true);
    page.script("one('.axis-handle').focus()", &[]);
    page.key(Key::Escape);
    page.wait_eq("location.hash", "#/map");
    // Hardly moved at all is pressed, not dragged.
    page.script(DRAG, &[0.5.into(), 0.501.into()]);
    page.stays("location.hash", "#/map");
}

fn typed(page: &mut Page<'_>) {
    page.open("#/map");
    page.wait_eq(DRAWN, true);
    let type_date = |page: &Page<'_>, place: usize, words: &str| {
        page.script(
            "const field = all('.dock .date')[arguments[0]]; field.focus(); field.value = arguments[1];
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            &[place.into(), words.into()],
        );
    };
    type_date(page, 0, "December 2023");
    page.wait_eq("location.hash", "#/map?from=2023-12");
    type_date(page, 1, "5 mai 2024");
    page.wait_eq("location.hash", "#/map?from=2023-12&to=2024-05-05");
    type_date(page, 1, "soon");
    page.wait_eq("text('.dock .wrong').includes('“soon” is no date')", true);
    page.stays("location.hash", "#/map?from=2023-12&to=2024-05-05");
}

fn lighting(page: &mut Page<'_>) {
    page.open("#/map?from=2025&status=held");
    page.wait_eq(DRAWN, true);
    page.script(
        "one('.dock .mark:not(.apart)').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))",
        &[],
    );
    page.wait_eq("all('.dock .mark[data-lit]').length", 1);
    page.wait_eq("all('.chart .stack[data-lit]').length", 1);
    page.script("one('.dock .axis').dispatchEvent(new PointerEvent('pointerleave'))", &[]);
    page.wait_eq("all('[data-lit]').length", 0);
}
