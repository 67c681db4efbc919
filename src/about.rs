//! What this page is, and what one can search for.

use crate::address::View;
use crate::dom::{El, el, link, part};
use crate::state::State;

/// The part "About".
pub fn about(state: State) -> El {
    let strings = state.strings;
    let form = |(query, means): &(&str, &str)| {
        let view = View { query: (*query).to_owned(), ..state.fresh_view() };
        let example = link(view.print()).add(el("code").text(query));
        el("tr").add(el("td").add(example)).add(el("td").text(means))
    };
    let paragraphs = strings.about_text.iter().map(|text| el("p").text(text));
    let forms = strings.query_forms.iter().map(form);
    part("article", "about")
        .add(el("h1").text(strings.about_title))
        .all(paragraphs)
        .add(el("h2").text(strings.query_title))
        .add(el("table").add(el("tbody").all(forms)))
        .add(el("p").text(strings.folding_explained))
        .add(part("p", "meta").text(strings.version).text(" ").text(env!("CARGO_PKG_VERSION")))
}
