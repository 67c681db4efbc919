//! The state of the page: one view, set by the address; everything else follows from it.

use crate::address::{Page, View};
use crate::browser;
use crate::i18n::Strings;
use crate::language::{self, Language};
use crate::meetings::{self, Group, MeetingNumber};
use crate::reader::{HiddenKinds, Walk};
use crate::sides;
use entente_archive::{Archive, DocumentRef, EntityRef, Office};
use entente_search::{Engine, Filter, Query, Results};
use leptos::prelude::*;
use std::ops::Deref;

/// What every part of the page can see: a handle of one word, so that closures can hold it. It is
/// made once for the life of the page and given by context.
#[derive(Clone, Copy)]
pub struct AppState(&'static Signals);

impl Deref for AppState {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals of the page, and what follows from them.
pub struct Signals {
    /// Searches the archive.
    pub engine: &'static Engine<'static>,
    /// What the address names. Only [`AppState::navigate`] and the address bar change it.
    pub view: RwSignal<View>,
    /// The part of the page that the view names.
    pub page: Memo<Page>,
    /// The countries with colours of their own: see [`sides`].
    pub sides: Memo<Vec<String>>,
    /// What the query and the filters of the view find.
    pub results: Memo<Results>,
    /// The numbers of the meetings of the view, in the order of their dates.
    pub meetings: Memo<Vec<usize>>,
    /// The meeting that is pointed at or has the focus, wherever it stands. All that shows it
    /// lights up.
    pub lit: RwSignal<Option<MeetingNumber>>,
    /// The name in a report that was pointed at last or has the focus, by the number of its entity.
    pub pointed: RwSignal<Option<usize>>,
    /// The name in a report that the reader has pinned, by the number of its entity.
    pub pinned: RwSignal<Option<usize>>,
    /// The id of the element with which it was pinned.
    pub pinned_from: RwSignal<String>,
    /// The same as the table shows them.
    pub table: Memo<Vec<Group>>,
    /// The hits in the report that the view names.
    pub walk: Memo<Walk>,
    /// The step of the walk that the reader is at, counted from 0; `None` before the first.
    pub step: RwSignal<Option<usize>>,
    /// The language of the interface and of names. All that the page says is made anew with it.
    pub language: RwSignal<Language>,
    /// The facets are open as a sheet, where they have no room otherwise.
    pub filters_open: RwSignal<bool>,
    /// Single letters are shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// The kinds of entity that are not highlighted.
    pub hidden_kinds: RwSignal<HiddenKinds>,
    /// What [`AppState::deferred`] waits for.
    turns: [Trigger; 2],
    /// How many views there have been: what was deferred for an older one is left undone.
    arrivals: StoredValue<usize>,
}

/// The state, from the context.
pub fn app_state() -> AppState {
    expect_context()
}

/// How a new view enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: the reader chose something.
    Push,
    /// In place of the present one: the reader is typing.
    Replace,
}

/// When a part that takes a while follows a view: while one types, one frame after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Facets, and the reports below the first.
    First,
    /// Timeline and map.
    Second,
}

/// Calls a closure before the next frame is drawn.
fn next_frame(act: impl FnOnce() + 'static) {
    fn boxed(act: Box<dyn FnOnce()>) {
        request_animation_frame(act);
    }
    boxed(Box::new(act));
}

const SHORTCUTS: &str = "entente.shortcuts";
const HIDDEN_KINDS: &str = "entente.hidden-kinds";

impl AppState {
    /// The state of a page that has just been opened.
    pub fn new(engine: &'static Engine<'static>) -> Self {
        let view = RwSignal::new(View::parse(&browser::fragment()));
        let page = Memo::new(move |_| view.with(|view| view.page.clone()));
        let sides = Memo::new(move |_| sides::ranked(engine.archive()));
        let results = Memo::new(move |_| {
            view.with(|view| {
                let mut results = engine.search(&Query::parse(&view.query), &view.filter);
                if let Some(order) = view.order {
                    results.ranked = engine.in_time(&results.ranked, order);
                }
                results
            })
        });
        let meetings = Memo::new(move |_| {
            let matching =
                |filter: &_| results.with(|results| engine.meetings(&results.matching, filter));
            view.with(|view| matching(&view.filter))
        });
        let walk = Memo::new(move |_| {
            let report = view.with(|view| match &view.page {
                Page::Report(id) => engine.archive().find_document(id),
                _ => None,
            });
            report.map_or(Walk::default(), |report| {
                results.with(|results| Walk::new(&report, &engine.hits(&report, &results.leaves)))
            })
        });
        let hidden = browser::stored(HIDDEN_KINDS)
            .map_or(HiddenKinds::default(), |words| HiddenKinds::parse(&words));
        Self(Box::leak(Box::new(Signals {
            engine,
            view,
            page,
            sides,
            results,
            meetings,
            table: Memo::new(move |_| meetings::arranged(app_state())),
            lit: RwSignal::new(None),
            pointed: RwSignal::new(None),
            pinned: RwSignal::new(None),
            pinned_from: RwSignal::new(String::new()),
            walk,
            step: RwSignal::new(None),
            language: RwSignal::new(view.with_untracked(Language::for_view)),
            filters_open: RwSignal::new(false),
            shortcuts: RwSignal::new(browser::stored(SHORTCUTS).is_none()),
            hidden_kinds: RwSignal::new(hidden),
            turns: [Trigger::new(), Trigger::new()],
            arrivals: StoredValue::new(0),
        })))
    }

    /// Shows another view and its address.
    pub fn navigate(self, view: View, step: Step) {
        let address = view.print();
        if browser::fragment() != address {
            browser::show_fragment(&address, step == Step::Replace);
        }
        self.arrive(view, step);
    }

    /// Takes over the view of the address bar.
    pub fn follow_address(self) {
        self.arrive(View::parse(&browser::fragment()), Step::Push);
    }

    fn arrive(self, view: View, step: Step) {
        if self.view.with_untracked(|old| *old != view) {
            self.step.set(None);
            self.lit.set(None);
            self.pointed.set(None);
            self.pinned.set(None);
            let language = Language::for_view(&view);
            if language != self.language.get_untracked() {
                self.language.set(language);
            }
            // What stands on another page is made anew anyway, and moving the map changes nothing
            // else.
            let same = self.view.with_untracked(|old| {
                old.page != view.page || View { frame: old.frame, ..view.clone() } == *old
            });
            self.view.set(view);
            if !same {
                self.take_turns(step);
            }
        }
    }

    /// Lets what is deferred follow the view.
    fn take_turns(self, step: Step) {
        let ([first, second], arrivals) = (self.turns, self.arrivals);
        let this = arrivals.get_value() + 1;
        arrivals.set_value(this);
        let follow = move |turn: Trigger| {
            if arrivals.get_value() == this {
                turn.notify();
            }
        };
        match step {
            // A closure for the next frame runs before that frame is drawn, so it takes two of
            // them until what was typed and what it finds are on the screen.
            Step::Replace => next_frame(move || {
                next_frame(move || {
                    follow(first);
                    next_frame(move || follow(second));
                });
            }),
            Step::Push => [first, second].into_iter().for_each(follow),
        }
    }

    /// Reads what follows the view and nothing else, and while one types in its turn. Facets,
    /// timeline and map take a while with thousands of meetings: what is typed and what it finds
    /// are on the screen before.
    pub fn deferred<T>(self, turn: Turn, read: impl FnOnce() -> T) -> T {
        self.turns[turn as usize].track();
        untrack(read)
    }

    /// The words of the interface. They need not be tracked: the frame is made anew with the
    /// language.
    pub fn strings(self) -> &'static Strings {
        Strings::for_language(self.language.get_untracked())
    }

    /// The archive.
    pub fn archive(self) -> &'static Archive<'static> {
        self.engine.archive()
    }

    /// The list of all reports, in the language of the present view.
    pub fn fresh_view(self) -> View {
        let language = self.view.with_untracked(|view| view.language);
        View { page: Page::Reports, language, ..View::default() }
    }

    fn language_code(self) -> &'static str {
        self.language.get().code()
    }

    /// The name of an entity in the chosen language.
    pub fn name(self, entity: &EntityRef<'static>) -> &'static str {
        entity.name_in(self.language_code())
    }

    /// The country of an entity in the chosen language: where it is, or for which it stands.
    pub fn country(self, entity: &EntityRef<'static>) -> Option<String> {
        let code = Some(entity.country()).filter(|code| !code.is_empty());
        code.map(|code| language::country(code, self.language.get()))
    }

    /// An office in the chosen language.
    pub fn office(self, office: &'static Office<'static>) -> &'static str {
        office.words_in(self.language_code())
    }

    /// The report that the view names, if there is one.
    pub fn report(self) -> Option<DocumentRef<'static>> {
        self.view.with(|view| match &view.page {
            Page::Report(id) => self.archive().find_document(id),
            _ => None,
        })
    }

    /// The address of a page in the present view.
    pub fn address(self, page: Page) -> String {
        self.view.with(|view| view.at(page).print())
    }

    /// The same for what is made anew with the view anyway.
    pub fn address_untracked(self, page: Page) -> String {
        untrack(|| self.address(page))
    }

    /// The address of a page in a view of nothing in particular.
    pub fn fresh_address(self, page: Page) -> String {
        self.fresh_view().at(page).print()
    }

    /// The address of a report in the present view.
    pub fn report_address(self, document: &DocumentRef<'_>) -> String {
        self.address(Page::Report(document.id().to_owned()))
    }

    /// The report before (-1) or behind (1) a report among those found.
    pub fn neighbour(
        self,
        document: &DocumentRef<'_>,
        step: isize,
    ) -> Option<DocumentRef<'static>> {
        self.results.with(|results| {
            let place = results.ranked.iter().position(|&(number, _)| number == document.number)?;
            let (number, _) = results.ranked.get(place.checked_add_signed(step)?)?;
            self.archive().document(*number)
        })
    }

    /// Whether the view is the list of reports.
    pub fn shows_list(self) -> bool {
        self.page.with(|page| matches!(page, Page::Reports | Page::Unknown(_)))
    }

    /// The numbers of the meetings that answer to the view but for the dates that it asks for.
    pub fn meetings_at_any_time(self) -> Vec<usize> {
        let view = self.view.get();
        let filter = Filter { from: None, to: None, ..view.filter.clone() };
        if filter == view.filter {
            return self.meetings.get();
        }
        let found = self.engine.search(&Query::parse(&view.query), &filter);
        self.engine.meetings(&found.matching, &filter)
    }

    /// Sets which kinds of entity are not highlighted, for later visits too.
    pub fn set_hidden_kinds(self, kinds: HiddenKinds) {
        let words = kinds.to_string();
        browser::store(HIDDEN_KINDS, Some(words.as_str()).filter(|words| !words.is_empty()));
        self.hidden_kinds.set(kinds);
    }

    /// Switches the shortcuts of single letters on or off, for later visits too.
    pub fn set_shortcuts(self, on: bool) {
        browser::store(SHORTCUTS, if on { None } else { Some("off") });
        self.shortcuts.set(on);
    }
}
