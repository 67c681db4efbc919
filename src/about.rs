//! What this page is, and what one can search for.

use crate::address::View;
use crate::state::State;
use leptos::prelude::*;

#[component]
pub fn AboutPage() -> impl IntoView {
    let strings = State::get().strings;
    let form = |(query, means): &(&'static str, &'static str)| {
        let view = View { query: (*query).to_owned(), ..View::default() };
        view! { <tr><td><a href=view.print()><code>{*query}</code></a></td><td>{*means}</td></tr> }
    };
    view! {
        <article class="about">
            <h1>{strings.about_title}</h1>
            {strings.about_text.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            <h2>{strings.query_title}</h2>
            <table><tbody>{strings.query_forms.iter().map(form).collect_view()}</tbody></table>
            <p>{strings.folding_explained}</p>
            <p class="meta">{strings.version}" "{env!("CARGO_PKG_VERSION")}</p>
        </article>
    }
}
