//! The state of the page: one view, set by the address; everything else follows from it.

use crate::address::{Page, View};
use crate::browser;
use crate::i18n::{EN, Strings};
use crate::language;
use crate::reader::Walk;
use entente_archive::{Archive, DocumentRef, EntityRef, Office};
use entente_search::{Engine, Query, Results};
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// The state, made once and kept as long as the page: a reference, because every closure and
/// every function of the page has it, and copies of the whole would be paid for in each.
pub type State = &'static Parts;

/// What every part of the page can see. Numbers are all of one type, because a signal of
/// each further type costs the page another kilobyte.
pub struct Parts {
    /// Searches the archive.
    pub engine: &'static Engine<'static>,
    /// What the address names. Only [`Parts::navigate`] and the address bar change it.
    pub view: RwSignal<View>,
    /// The part of the page that the view names.
    pub page: Memo<Page>,
    /// What the query and the filters of the view find.
    pub results: Memo<Results>,
    /// The numbers of the meetings of the view, in the order of their dates.
    pub meetings: Memo<Vec<usize>>,
    /// The meeting that is pointed at or has the focus, wherever it stands: its number and
    /// one; 0 for none. All that shows it lights up.
    pub lit: RwSignal<usize>,
    /// The order of the table of meetings: twice the number of its column, and one if the
    /// other way round.
    pub order: RwSignal<usize>,
    /// Go up with the view, or a frame or two after it: see [`Parts::after`].
    shown: [RwSignal<usize>; 2],
    /// How many views there have been: what was to follow an older one is left undone.
    arrivals: RwSignal<usize>,
    /// The hits in the report that the view names.
    pub walk: Memo<Walk>,
    /// The step of the walk that the reader is at, counted from 1; 0 before the first.
    pub hit: RwSignal<usize>,
    /// The words of the interface.
    pub strings: &'static Strings,
    /// The language of names, by its number among [`language::LANGUAGES`].
    pub language: RwSignal<usize>,
    /// Single letters are shortcuts.
    shortcuts: AtomicBool,
    /// Kinds of entity that are not highlighted, a bit each.
    pub hidden_kinds: RwSignal<usize>,
}

/// How a new view enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: the reader chose something.
    Push,
    /// In place of the present one: the reader is typing.
    Replace,
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

impl Parts {
    /// The state of a page that has just been opened.
    pub fn new(engine: &'static Engine<'static>) -> State {
        let view = RwSignal::new(View::parse(&browser::fragment()));
        let page = Memo::new(move |_| view.with(|view| view.page.clone()));
        let results = Memo::new(move |_| {
            view.with(|view| engine.search(&Query::parse(&view.query), &view.filter))
        });
        let meetings = Memo::new(move |_| {
            let matching =
                |filter: &_| results.with(|results| engine.meetings(&results.matching, filter));
            view.with(|view| matching(&view.filter))
        });
        let lit = RwSignal::new(0);
        let order = RwSignal::new(0);
        let shown = [RwSignal::new(0), RwSignal::new(0)];
        let arrivals = RwSignal::new(0);
        let walk = Memo::new(move |_| {
            let report = view.with(|view| match &view.page {
                Page::Report(id) => engine.archive().find_document(id),
                _ => None,
            });
            report.map_or(Walk::default(), |report| {
                results.with(|results| Walk::new(&report, &engine.hits(&report, &results.leaves)))
            })
        });
        let hit = RwSignal::new(0);
        let shortcuts = AtomicBool::new(browser::stored(SHORTCUTS).is_none());
        let hidden = browser::stored(HIDDEN_KINDS).and_then(|kinds| kinds.parse().ok());
        let hidden_kinds = RwSignal::new(hidden.unwrap_or(0));
        let language = RwSignal::new(view.with_untracked(language::of));
        let strings = &EN;
        Box::leak(Box::new(Self {
            engine,
            view,
            page,
            results,
            meetings,
            lit,
            order,
            shown,
            arrivals,
            walk,
            hit,
            strings,
            language,
            shortcuts,
            hidden_kinds,
        }))
    }

    /// Shows another view and its address.
    pub fn navigate(&self, view: View, step: Step) {
        let address = view.print();
        if browser::fragment() != address {
            browser::show_fragment(&address, step == Step::Replace);
        }
        self.arrive(view, step);
    }

    /// Takes over the view of the address bar.
    pub fn follow_address(&self) {
        self.arrive(View::parse(&browser::fragment()), Step::Push);
    }

    fn arrive(&self, view: View, step: Step) {
        if self.view.with_untracked(|old| *old != view) {
            self.hit.set(0);
            self.lit.set(0);
            let language = language::of(&view);
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
                self.follow(step);
            }
        }
    }

    /// Lets follow what follows the view.
    fn follow(&self, step: Step) {
        let ([first, second], arrivals) = (self.shown, self.arrivals);
        let this = arrivals.get_untracked() + 1;
        arrivals.set(this);
        let go_up = move |signal: RwSignal<usize>| {
            if arrivals.get_untracked() == this {
                signal.update(|shown| *shown += 1);
            }
        };
        match step {
            // What is typed is drawn first.
            Step::Replace => next_frame(move || {
                next_frame(move || {
                    go_up(first);
                    next_frame(move || go_up(second));
                });
            }),
            Step::Push => [first, second].into_iter().for_each(go_up),
        }
    }

    /// What follows the view and nothing else; while one types, so many frames later, one or two.
    /// Facets, timeline and map take a while with thousands of meetings: what is typed and what it
    /// finds are on the screen before.
    pub fn after<T>(&self, frames: usize, read: impl FnOnce() -> T) -> T {
        self.shown[frames - 1].track();
        untrack(read)
    }

    /// The archive.
    pub fn archive(&self) -> &'static Archive<'static> {
        self.engine.archive()
    }

    /// A view of nothing in particular, in the language of the present one.
    pub fn fresh_view(&self) -> View {
        View { language: self.view.with_untracked(|view| view.language), ..View::default() }
    }

    fn language_code(&self) -> &'static str {
        language::LANGUAGES[self.language.get()].0
    }

    /// The name of an entity in the chosen language.
    pub fn name(&self, entity: &EntityRef<'static>) -> &'static str {
        entity.name_in(self.language_code())
    }

    /// The country of an entity in the chosen language: where it is, or for which it stands.
    pub fn country(&self, entity: &EntityRef<'static>) -> Option<String> {
        let code = Some(entity.country()).filter(|code| !code.is_empty());
        code.map(|code| language::country(code, self.language.get()))
    }

    /// An office in the chosen language.
    pub fn office(&self, office: &'static Office<'static>) -> &'static str {
        office.words_in(self.language_code())
    }

    /// The report that the view names, if there is one.
    pub fn report(&self) -> Option<DocumentRef<'static>> {
        self.view.with(|view| match &view.page {
            Page::Report(id) => self.archive().find_document(id),
            _ => None,
        })
    }

    /// The address of a page in the present view.
    pub fn address(&self, page: Page) -> String {
        self.view.with(|view| view.at(page).print())
    }

    /// The same for what is made anew with the view anyway.
    pub fn address_untracked(&self, page: Page) -> String {
        untrack(|| self.address(page))
    }

    /// The address of a page in a view of nothing in particular.
    pub fn fresh_address(&self, page: Page) -> String {
        self.fresh_view().at(page).print()
    }

    /// The address of a report in the present view.
    pub fn report_address(&self, document: &DocumentRef<'_>) -> String {
        self.address(Page::Report(document.id().to_owned()))
    }

    /// The report before (-1) or behind (1) a report among those found.
    pub fn neighbour(
        &self,
        document: &DocumentRef<'_>,
        step: isize,
    ) -> Option<DocumentRef<'static>> {
        self.results.with(|results| {
            let place = results.ranked.iter().position(|&(number, _)| number == document.number)?;
            let (number, _) = results.ranked.get(place.checked_add_signed(step)?)?;
            self.archive().document(*number)
        })
    }

    /// Sets which kinds of entity are not highlighted, for later visits too.
    pub fn set_hidden_kinds(&self, kinds: usize) {
        let stored = kinds.to_string();
        browser::store(HIDDEN_KINDS, Some(stored.as_str()).filter(|_| kinds != 0));
        self.hidden_kinds.set(kinds);
    }

    /// Switches the shortcuts of single letters on or off, for later visits too.
    pub fn set_shortcuts(&self, on: bool) {
        browser::store(SHORTCUTS, if on { None } else { Some("off") });
        self.shortcuts.store(on, Ordering::Relaxed);
    }

    /// Whether single letters are shortcuts.
    pub fn has_shortcuts(&self) -> bool {
        self.shortcuts.load(Ordering::Relaxed)
    }
}
