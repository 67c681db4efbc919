//! The tabs: links to the parts of the page, some with how much there is.

use crate::address::Page;
use crate::agreements;
use crate::state::app_state;
use leptos::prelude::*;

/// The row of tabs below the head.
#[component]
pub fn Tabs() -> impl IntoView {
    let state = app_state();
    let (strings, archive) = (state.strings(), state.archive());
    let agreements = agreements::number_of_agreements(state);
    view! {
        <nav class="parts" aria-label=strings.parts_of_the_page>
            <Tab page=Page::Thread name=strings.thread/>
            <Tab page=Page::Reports name=strings.reports count=archive.documents.len()/>
            <Tab page=Page::Meetings name=strings.meetings count=archive.meetings().count()/>
            <Tab page=Page::Map name=strings.map/>
            <Tab page=Page::Agreements name=strings.agreements count=agreements/>
            <Tab page=Page::Entities name=strings.entities count=archive.entities().count()/>
            <Tab page=Page::About name=strings.about/>
        </nav>
    }
}

/// A link to a part of the page, in the present view.
#[component]
pub fn Tab(
    /// Where it leads.
    page: Page,
    /// What it is called.
    name: &'static str,
    /// How much there is, where that is told.
    #[prop(optional)]
    count: Option<usize>,
) -> impl IntoView {
    let state = app_state();
    let target = page.clone();
    let current =
        move || state.page.with(|shown| *shown == page || *tab_of(shown) == page).then_some("page");
    view! {
        <a href=move || state.address(target.clone()) aria-current=current>
            {name}
            {count.map(|count| view! { " " <Count number=count/> }.into_any())}
        </a>
    }
}

/// How many there are, in small print.
#[component]
pub fn Count(number: usize) -> impl IntoView {
    view! { <span class="count">{number.to_string()}</span> }
}

/// The tab under which a page stands.
fn tab_of(page: &Page) -> &Page {
    match page {
        Page::Report(_) | Page::Unknown(_) => &Page::Reports,
        Page::Entity(_) => &Page::Entities,
        Page::Meeting(_) => &Page::Meetings,
        Page::Mechanisms => &Page::Agreements,
        page => page,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_tab_stands_under_that_of_its_list() {
        assert_eq!(tab_of(&Page::Report("a".into())), &Page::Reports);
        assert_eq!(tab_of(&Page::Unknown("a".into())), &Page::Reports);
        assert_eq!(tab_of(&Page::Entity("a".into())), &Page::Entities);
        assert_eq!(tab_of(&Page::Mechanisms), &Page::Agreements);
        assert_eq!(tab_of(&Page::Map), &Page::Map);
    }
}
