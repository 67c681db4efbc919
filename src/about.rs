//! What this page is, and what one can search for.

use crate::address::View;
use crate::effect::pressed;
use crate::keys;
use crate::state::app_state;
use crate::views::Views;
use leptos::prelude::*;

/// The part "About".
#[component]
pub fn About() -> impl IntoView {
    let strings = app_state().strings();
    let paragraphs =
        strings.about_text.iter().map(|text| view! { <p>{*text}</p> }.into_any()).views();
    let forms = strings
        .query_forms
        .iter()
        .map(|&(query, means)| view! { <QueryForm query means/> }.into_any())
        .views();
    view! {
        <article class="about">
            <h1>{strings.about_title}</h1>
            {paragraphs}
            <h2>{strings.query_title}</h2>
            <table>
                <tbody>{forms}</tbody>
            </table>
            <p>{strings.folding_explained}</p>
            <p>
                <button class="keys-button" type="button" on:click=pressed(|| { keys::open_dialog(); })>
                    {strings.keys}
                </button>
            </p>
            <p class="meta">{strings.version} " " {env!("CARGO_PKG_VERSION")}</p>
        </article>
    }
}

/// A row of the table of what can be searched for.
#[component]
fn QueryForm(
    /// The query, which is a link to what it finds.
    query: &'static str,
    /// What it finds, in words.
    means: &'static str,
) -> impl IntoView {
    let example = View { query: query.to_owned(), ..app_state().fresh_view() };
    view! {
        <tr>
            <td>
                <a href=example.print()>
                    <code>{query}</code>
                </a>
            </td>
            <td>{means}</td>
        </tr>
    }
}
