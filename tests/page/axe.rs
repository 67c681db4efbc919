//! What axe finds in each part of the page: roles, names, headings, contrast, targets.
//!
//! Axe tells what is surely wrong. What it cannot judge, as words on a drawing, other tests look
//! at: [`crate::colours`], [`crate::keyboard`].

use crate::looks::{open_wide, views};
use crate::page::Page;
use crate::suite::Test;
use std::{env, fs};
use xtask::test::axe::VARIABLE;

pub const TESTS: &[Test] = &[
    Test::once_with(VARIABLE, "axe finds nothing, 1440 wide", |page| nothing(page, 1440, "en")),
    Test::once_with(VARIABLE, "axe finds nothing, 760 wide, in French", |page| {
        nothing(page, 760, "fr");
    }),
    Test::once_with(VARIABLE, "axe finds nothing, 390 wide, in Vietnamese", |page| {
        nothing(page, 390, "vi");
    }),
];

/// What is there only at a wish: views and what opens it.
const OPENED: [(&str, &str); 5] = [
    ("#/report/2024-05-05-ministers-talks-ha-noi", "one('.text a.person').click()"),
    ("#/map?at=106,16,5", ""),
    ("#/map", "one('.stack').dispatchEvent(new MouseEvent('click', { bubbles: true }))"),
    ("#/map", "one('.map-more').open = true"),
    ("#/about", "one('dialog').showModal()"),
];

/// In both themes: rule, theme, element, and how to mend it. Some parts come a few frames after
/// the others.
const COMPLAINTS: &str = "
    const options = {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      preload: false,
    };
    const complaints = async () => {
      const all = [];
      for (const theme of ['light', 'dark']) {
        document.documentElement.dataset.theme = theme;
        for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
        for (const { id, nodes } of (await axe.run(options)).violations) {
          all.push(...nodes.map(({ html, failureSummary }) =>
            `${id}, ${theme}: ${html.slice(0, 200)}\\n${failureSummary}`));
        }
      }
      return all;
    };
    return complaints();";

fn nothing(page: &mut Page<'_>, width: u32, language: &str) {
    let path = env::var_os(VARIABLE).expect("without it this is left out");
    let axe = fs::read_to_string(path).expect("the script of axe");
    let opened = OPENED.map(|(fragment, opens)| (fragment.to_owned(), opens));
    let mut found = String::new();
    for (fragment, opens) in views().map(|view| (view, "")).into_iter().chain(opened) {
        let mark = if fragment.contains('?') { "&lang=" } else { "?lang=" };
        open_wide(page, width, &[&fragment, mark, language].concat());
        page.script("all('details').forEach((details) => { details.open = true; })", &[]);
        page.script("one('.fold')?.click()", &[]);
        page.wait_eq("all('.chart').every((chart) => chart.querySelector('.land'))", true);
        page.script(opens, &[]);
        page.script(&axe, &[]);
        let complaints = page.script(COMPLAINTS, &[]);
        for complaint in complaints.as_array().into_iter().flatten() {
            found += &format!("{fragment:.60}\n{}\n\n", complaint.as_str().unwrap_or_default());
        }
    }
    assert!(found.is_empty(), "{found}");
}
