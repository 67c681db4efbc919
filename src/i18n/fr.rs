//! French.
//!
//! Spaces before high punctuation and inside quotation marks do not break: U+202F before `;`, `!`
//! and `?`, within « » and between groups of digits, U+00A0 before `:`. They stand in the texts as
//! such; a test holds every string to it. What is said of a meeting agrees with “rencontre”.

use super::Strings;
use super::numbers::grouped;
use super::texts::{Counted, Gap, Pair, Rule};
use entente_model::MeetingKind;

/// How one counts.
const RULE: Rule = Rule { separator: " ", many_from: 2, none_is_one: true };

/// A text for one and another for several.
const fn counted(one: &'static str, many: &'static str) -> Counted {
    Counted { one, many, rule: &RULE }
}

/// A text with two numbers, each told with its own word.
const fn pair(text: &'static str, first: Counted, second: Counted) -> Pair {
    Pair { text, first, second }
}

/// A text that is the same for every number.
const fn always(text: &'static str) -> Counted {
    Counted { one: text, many: text, rule: &RULE }
}

/// The French interface.
pub const FR: Strings = Strings {
    search_label: "Rechercher dans les articles",
    search_placeholder: "Rechercher : noms, lieux, « mots exacts », début*, -sans",
    clear_query: "Effacer la recherche",
    skip_to_content: "Aller au contenu",
    parts_of_the_page: "Rubriques",
    reports: "Articles",
    entities: "Noms",
    about: "À propos",
    language: "Langue",
    theme: "Thème",
    theme_names: ["auto", "clair", "sombre"],
    keys: "Raccourcis",
    close: "Fermer",
    narrow_down: "Affiner",
    source: "Source",
    year: "Année",
    kinds: ["Personnes", "Organisations", "Lieux", "Accords", "Événements"],
    kind: ["personne", "organisation", "lieu", "accord", "événement", "date"],
    unknown_source: "Inconnue",
    undated: "Sans date",
    exclude: Gap("Exclure {}"),
    without: Gap("sauf {}"),
    from: "de",
    to: "à",
    dates_legend: "Publication",
    date_hint: "Une année, un mois ou un jour : 2024, mai 2024 ou 2024-05-07",
    not_a_date: Gap("« {} » n’est pas une date ; écrivez 2024, mai 2024 ou 2024-05-07."),
    clear_all: "tout effacer",
    remove_filter: Gap("Retirer {}"),
    colon: " : ",
    share: "Partager",
    copied: "Copié",
    to_copy: "À copier",
    cite: "Citer",
    copy_link: "Copier le lien",
    copy_quote: "Copier la citation",
    selected: "Passage sélectionné",
    quoted: Gap("« {} »"),
    passage_changed: Gap(
        "Cité ainsi : « {} » ; l’article le dit maintenant en d’autres termes, marqués ci-dessous.",
    ),
    passage_gone: Gap("Cité ainsi : « {} » ; l’article ne dit rien de tel, ou plus."),
    filters: "Filtres",
    show_in: pair(
        "Afficher {} dans {}",
        counted("{} rencontre", "{} rencontres"),
        counted("{} article", "{} articles"),
    ),
    found: |found, all| match found == all {
        true => count_reports(all),
        false => format!("{} sur {}", count_reports(found), number(all)),
    },
    hits: counted("{} occurrence", "{} occurrences"),
    more: always("Afficher {} de plus"),
    show: always("Afficher {}"),
    of_the_home_side: "Déduit, car aucun article ne l’indique : dans ces articles, seuls les représentants \
                       de ce pays rencontrent ceux d’autant d’autres pays.",
    worked_out: "date déduite",
    worked_out_from: Gap("Non indiquée ; déduite de : {}"),
    editorial_title: "titre de la rédaction",
    editorial_explained: "L’article est arrivé sans titre ; celui-ci est de nous.",
    worked_out_title: "titre tiré des premiers mots",
    nothing_found: "Aucun article ne réunit tous ces termes",
    search_alone: "Chercher seul",
    leave_out: "Laisser de côté",
    search_for: Gap("Chercher « {} »"),
    without_filters: "Sans les filtres",
    names_of_corpus: "Noms de ce corpus",
    found_alone: |reports| match reports {
        0 => "dans aucun article".into(),
        _ => format!("dans {}", count_reports(reports)),
    },
    in_no_report: Gap("« {} » ne figure dans aucun article."),
    left_out: Gap("« {} » n’est pas pris en compte : il n’y a ni lettre ni chiffre."),
    too_long: always("Seuls les {} premiers mots et expressions sont recherchés."),
    unknown_keys: Gap(
        "Cette version ne connaît pas ces éléments de l’adresse et n’en tient pas compte : {}",
    ),
    unknown_page: Gap("Cette version n’a pas de rubrique « {} » ; voici les articles."),
    no_such_report: Gap("Ce corpus ne contient pas d’article « {} »."),
    around_the_report: "Autour de cet article",
    all_reports: "Tous les articles",
    back_to: counted("Retour à {} article", "Retour aux {} articles"),
    report_of: pair("article {} sur {}", always("{}"), always("{}")),
    previous_report: "Article précédent",
    next_report: "Article suivant",
    previous_hit: "Occurrence précédente",
    next_hit: "Occurrence suivante",
    hit_of: |place, all| match place {
        0 => plural(all, "occurrence", "occurrences"),
        _ => format!("occurrence {} sur {}", number(place), number(all)),
    },
    source_text: "Texte source",
    reading_view: "Version de lecture",
    source_text_explained: "Le texte tel qu’il a été reçu, avec tout ce que la version de lecture \
                            replie.",
    print: "Imprimer",
    boilerplate: [
        "titre d’un autre article",
        "mention d’agence",
        "marque du système de publication",
        "puce",
    ],
    headlines: always("Autres titres de la page ({})"),
    headlines_explained: "Ces lignes appartiennent à d’autres articles et sont exclues de la \
                          recherche.",
    published_at: "publié sur",
    no_such_entity: Gap("Aucun article de ce corpus ne nomme « {} »."),
    named_in: pair(
        "{} dans {}",
        counted("{} mention", "{} mentions"),
        counted("{} article", "{} articles"),
    ),
    reports_naming: "Articles où figure ce nom",
    names_seen: "Noms relevés",
    roles: "Fonctions dans les articles",
    on_record: "Notice",
    on_record_explained: "D’après l’éditeur de ce corpus, et non d’après les articles.",
    part_of: "fait partie de :",
    held: |from, to| match (from, to) {
        (Some(from), Some(to)) => [from, to].join(" – "),
        (Some(from), None) if is_day(&from) => ["depuis le ", &from].concat(),
        (Some(from), None) => ["depuis ", &from].concat(),
        (None, Some(to)) if is_day(&to) => ["jusqu’au ", &to].concat(),
        (None, Some(to)) => ["jusqu’en ", &to].concat(),
        (None, None) => String::new(),
    },
    mentions: "Dans les articles",
    appears_with: "Apparaît avec",
    together_in: counted("ensemble dans {} article", "ensemble dans {} articles"),
    // The place in brackets: au, en, à, aux and d’, de depend on names that no list can foresee.
    meeting_title: |kind, people, place| {
        let mut title = KINDS[kind as usize].to_owned();
        if !place.is_empty() && (people.is_empty() || kind == MeetingKind::Visit) {
            title += &[" (", place, ")"].concat();
        }
        if !people.is_empty() {
            title += " : ";
            title += &list(people);
        }
        title
    },
    dates: "Dates",
    proves_a_meeting: "atteste une rencontre",
    evidence_in: counted("Sources ({} article)", "Sources ({} articles)"),
    filter_by_this: [
        "Filtrer par cette personne",
        "Filtrer par cette organisation",
        "Filtrer par ce lieu",
        "Filtrer par cet accord",
        "Filtrer par cet événement",
    ],
    all_mentions: always("Toutes les mentions ({})"),
    own_page: "Fiche",
    pinned: "épinglé",
    this_report: "cet article",
    find_name: "Chercher un nom",
    sorted_by: ["par nombre de mentions", "par nom"],
    sort_otherwise: "Changer l’ordre",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    date: |strings, date| {
        let month = date.month().map(|month| strings.months[usize::from(month) - 1]);
        match (date.day(), month) {
            (Some(1), Some(month)) => format!("1er {month} {}", date.year()),
            (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
            (_, Some(month)) => format!("{month} {}", date.year()),
            _ => date.year().to_string(),
        }
    },
    meetings: "Rencontres",
    meeting_kinds: KINDS,
    statuses: ["a eu lieu", "prévue", "mentionnée"],
    acts: ["signé", "convenu", "annoncé"],
    kind_facet: "Type",
    status_facet: "Statut",
    meeting_dates: "Date de la rencontre",
    meetings_found: |found, all| match found == all {
        true => count_meetings(all),
        false => format!("{} sur {}", count_meetings(found), number(all)),
    },
    meetings_told: |[held, planned, mentioned], reports, undated| {
        let told = |count: usize, one, many| (count > 0).then(|| plural(count, one, many));
        let parts = [
            told(held, "tenue", "tenues"),
            told(mentioned, "mentionnée", "mentionnées"),
            told(planned, "prévue", "prévues"),
            (undated > 0).then(|| [&number(undated), " sans date"].concat()),
        ];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{parts} ; dans {}", count_reports(reports))
    },
    no_meeting: "Aucune rencontre ne correspond à cette vue.",
    meeting_columns: ["Date", "Rencontre", "Lieu", "Résultats", "Sources"],
    who: "Participants",
    other_countries: "Autres",
    sorted_rows: ["Par titre", "Par lieu", "Par résultat", "Par nombre d’articles"],
    groupings: ["année", "série", "pays hôte", "aucun"],
    no_series: "Hors série",
    search_for_rows: "La recherche du navigateur ne trouve que les lignes déjà affichées ; le champ de \
                      recherche ci-dessus les trouve toutes.",
    why_this_date: "Pourquoi cette date ?",
    why_this_place: "Pourquoi ce lieu ?",
    reports_count: counted("{} article", "{} articles"),
    during_visit: Gap("Au cours d’une visite : {}"),
    host: "hôte",
    host_facet: "Pays hôte",
    delegation: "délégation",
    other_meetings: "Autres rencontres",
    meetings_and_mentions: pair(
        "{}, {}",
        counted("{} rencontre", "{} rencontres"),
        counted("{} mention", "{} mentions"),
    ),
    and_so_many_more: counted("et {} autre", "et {} autres"),
    same_people_before: "Les mêmes s’étaient rencontrés :",
    same_people_after: "Ils se sont retrouvés :",
    announced_before: "Annoncée auparavant",
    reports_differ: "Les articles divergent :",
    reviewed: "Vérification",
    place_not_stated: "non précisé",
    only_the_country: "seul le pays est indiqué",
    date_provenance: [
        "",
        "",
        "déduite de « {} » et de la date de l’article",
        "celle d’une autre rencontre rapportée avec elle",
        "date de l’article, faute d’autre indication",
        "établie par l’éditeur de ce corpus",
    ],
    relative_without_words: "déduite de la date de l’article",
    place_provenance: [
        "",
        "",
        "lieu d’où l’article est daté, faute d’autre indication",
        "celui d’une rencontre ou d’une visite rapportée avec elle",
        "pays de la partie hôte",
        "établi par l’éditeur de ce corpus",
    ],
    no_such_meeting: Gap("Aucun article de ce corpus ne rapporte de rencontre « {} »."),
    previous_meeting: "Rencontre précédente",
    next_meeting: "Rencontre suivante",
    meeting_of: pair("rencontre {} sur {}", always("{}"), always("{}")),
    around_the_meeting: "Autour de cette rencontre",
    other_side: "Partie non précisée",
    told_otherwise: ["date indiquée :", "lieu indiqué :", "type indiqué :", "noms indiqués :"],
    all_meetings: "Toutes les rencontres de cette vue",
    told_here: "Rencontres rapportées ici",
    download_report: "Télécharger",
    shortcuts: [
        ("/", "aller au champ de recherche"),
        ("j", "article ou rencontre qui suit"),
        ("k", "article ou rencontre qui précède"),
        ("n", "occurrence suivante dans un article"),
        ("p", "occurrence précédente dans un article"),
        ("?", "afficher ces raccourcis"),
        ("Échap", "fermer, effacer la recherche ou revenir à la liste"),
    ],
    shortcuts_on: "Raccourcis à une seule lettre",
    acts_to_come: ["à signer", "à convenir", "à annoncer"],
    cited: "cité",
    mechanisms: "Séries",
    promises: "Promesses",
    open: "en cours",
    period_covered: "période couverte",
    mechanisms_explained: "Dialogues, conférences et expositions, session par session. Lorsque les \
                           notices de ce corpus l’indiquent, des sessions de noms différents relèvent \
                           d’un même mécanisme.",
    no_mechanism: "Aucun article de cette vue n’en mentionne.",
    session: counted("{}re session", "{}e session"),
    gap: |first, last| match last - first {
        0 if first == 1 => "1re session : aucun article n’en parle.".to_owned(),
        0 => format!("{first}e session : aucun article n’en parle."),
        _ => format!("Sessions {first} à {last} : aucun article n’en parle."),
    },
    outside_the_view: always("{} de plus hors de cette vue"),
    no_place: "lieu non précisé",
    agreements: "Accords",
    agreements_explained: "Ce que rapporte chaque article, par date de publication : signé, convenu \
                           ou annoncé lors d’une rencontre ; à défaut, seulement cité.",
    no_agreement: "Aucun article de cette vue n’en cite.",
    timeline: "Chronologie",
    timeline_help: "Faites glisser pour choisir des dates ou déplacez les deux poignées : les flèches vont d’un mois à l’autre, Échap les efface.",
    no_dates: "Rien n’est daté dans ce corpus.",
    without_date: counted("{} rencontre sans date", "{} rencontres sans date"),
    and_more: always("et {} de plus : affinez la vue pour les afficher"),
    play: ["Lancer", "Arrêter"],
    map: "Carte",
    on_map: "sur la carte",
    map_title: "Lieux des rencontres",
    map_help: "Carte. Les flèches la déplacent, plus et moins changent l’échelle, Début affiche tous \
               les lieux, 0 le monde ; la tabulation mène ensuite aux lieux.",
    map_note: "Terres et frontières terrestres d’après Natural Earth 4.1 (domaine public), \
               simplifiées, à quelques exceptions près. Aucune position sur quelque revendication que ce \
               soit. Le départ des visites est déduit : la capitale du voyageur.",
    map_tools: ["Zoom avant", "Zoom arrière", "Afficher tous les lieux"],
    larger_map: "agrandir la carte",
    download_map: "Télécharger la carte au format",
    visits: "Visites",
    countries: "Pays",
    legend: "Légende, note et fichiers",
    is_host: Gap("{} reçoit"),
    only_country: "seul le pays est connu",
    visit_in_colour: "une visite, à la couleur du voyageur",
    filter_by: Gap("Filtrer par {}"),
    pace: "1 an = 2 s",
    on_the_map: counted("{} rencontre sur la carte", "{} rencontres sur la carte"),
    placed_and_not: |placed, unplaced| {
        let placed = plural(placed, "localisée", "localisées");
        match unplaced {
            0 => format!("{placed}, aucune sans lieu"),
            _ => format!("{placed}, {} sans lieu", number(unplaced)),
        }
    },
    without_place: always("{} sans lieu"),
    no_place_needed: "par téléphone ou en ligne",
    somewhere_in: Gap("{}, lieu non précisé"),
    stack: |name, meetings| format!("{name} : {}, afficher la liste", count_meetings(meetings)),
    behind_stack: "Rencontres en ce lieu",
    take_apart: "zoomer ici",
    within_it: "Cités dans les articles, à cet endroit :",
    other_hosts: "autre ou plusieurs",
    as_table: "en tableau",
    damaged: "Le corpus de cette page est illisible",
    about_title: "À propos de cette page",
    about_text: &[
        "Entente permet d’explorer des articles de presse sur la diplomatie. Tout, articles, index \
         et interface, tient dans cette seule page : rien de ce que vous écrivez ou lisez ne quitte \
         votre appareil, et elle fonctionne sans réseau.",
        "Les articles sont présentés tels qu’ils ont été reçus. Ce qui relève de la page dont ils \
         proviennent (mentions d’agence, marques, puces, titres d’autres articles) est replié dans \
         la version de lecture et donné en entier dans le texte source. Ce qui n’était pas indiqué \
         et a dû être déduit est signalé comme tel, avec les mots qui le fondent.",
        "Les articles restent la propriété de leurs éditeurs.",
    ],
    query_title: "Ce que vous pouvez rechercher",
    query_forms: [
        ("paris dialogue", "les articles qui contiennent les deux mots"),
        ("\"letter of intent\"", "ces mots, dans cet ordre"),
        ("peacekeep*", "les mots qui commencent ainsi"),
        ("defence -airbus", "les articles qui contiennent le premier mot sans le second"),
        (
            "person:giang",
            "les articles qui nomment une personne ainsi ; les autres champs sont org:, place:, \
             agreement: et event:",
        ),
        ("dien bien phu", "Điện Biên Phủ : les signes diacritiques sont facultatifs"),
        ("hanoi", "Hà Nội et Hanoi ; un nom peut s’écrire en un mot ou en plusieurs"),
    ],
    folding_explained: "Les majuscules, les accents, la forme des guillemets et l’orthographe \
                        britannique ou américaine sont sans effet.",
    version: "Version",
    // The Thread.
    thread: "Fil",
    meetings_count: counted("{} rencontre", "{} rencontres"),
    people_count: counted("{} personne", "{} personnes"),
    years_count: counted("{} an", "{} ans"),
    hosted_by: |[first, second], [at_first, at_second], nowhere, planned| {
        let (one, other) = (number(at_first), number(at_second));
        let mut said = format!("Pays hôte : {first} {one}, {second} {other}");
        if nowhere > 0 {
            said += &[", ", &number(nowhere), " sans lieu"].concat();
        }
        if planned > 0 {
            said += &[" ; ", &plural(planned, "seulement prévue", "seulement prévues")].concat();
        }
        said + "."
    },
    papers_signed: counted("{} document signé", "{} documents signés"),
    promises_kept: pair(
        "{} sur {}",
        counted("{} engagement tenu", "{} engagements tenus"),
        always("{}"),
    ),
    hosts_and_people: pair("hôte de {} · {}", always("{}"), counted("{} personne", "{} personnes")),
    order: "Ordre",
    best_first: "Par pertinence",
    time_orders: ["Chronologique", "Antichronologique"],
    group_by: "Grouper par",
    grains: ["rencontre", "mois", "trimestre", "année"],
    choose_sides: "Choisir les pays",
    all_others: "tous les autres",
    more_countries: counted("{} autre pays", "{} autres pays"),
    duration: |years, months| {
        let years = plural(years as usize, "an", "ans");
        let months = match months {
            0 => String::new(),
            months => [" et ", &number(months as usize), " mois"].concat(),
        };
        [years, months].concat()
    },
    no_meeting_reported: Gap("{} sans rencontre rapportée"),
    open_at_last_report: |count, date| {
        format!("{} en cours au dernier article ({date})", number(count))
    },
    open_since: Gap("en cours depuis : {}"),
    kept_by: Gap("tenu : {}"),
    invited: Gap("invitation : {}"),
    short_months: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
    ],
    short_day: |days, month| match days {
        "1" => format!("1er {month}"),
        _ => format!("{days} {month}"),
    },
    in_year: |year| format!("en {year}"),
    bundle: |count, place| match place {
        "" => count_meetings(count),
        place => format!("{} ({place})", count_meetings(count)),
    },
    no_place_told: "lieu non précisé",
    evidence: "Sources",
    the_meeting: "Rencontre",
    no_pair: "Dans cette vue, aucune rencontre entre deux pays.",
    thread_help: "Les flèches haut et bas vont d’une rencontre à l’autre, Entrée ouvre les sources.",
    thread_legend: [
        "Rencontre, descend vers l’hôte",
        "Visite",
        "Séjour",
        "Mentionnée",
        "Prévue",
        "Signé",
        "Convenu",
        "Annoncé",
        "Engagement en cours",
        "tenu",
        "Invitation honorée",
    ],
};

const KINDS: [&str; 9] = [
    "Entretiens",
    "Dialogue",
    "Visite",
    "Cérémonie",
    "Entretien téléphonique",
    "Conférence",
    "Exposition",
    "Signature",
    "Rencontre",
];

/// Names in a row; of many the first three.
fn list(names: &[&str]) -> String {
    match names {
        [names @ .., last] if (1..4).contains(&names.len()) => {
            [&names.join(", "), " et ", last].concat()
        }
        [one, two, three, rest @ ..] => {
            let others = number(rest.len());
            [one, ", ", two, ", ", three, " et ", &others, " autres"].concat()
        }
        _ => names.concat(),
    }
}

/// Whether the words of a date name a day: “3 mai 2022” and not “mai 2022” or “2022”.
fn is_day(date: &str) -> bool {
    date.starts_with(|first: char| first.is_ascii_digit()) && date.contains(' ')
}

fn count_reports(count: usize) -> String {
    plural(count, "article", "articles")
}

fn count_meetings(count: usize) -> String {
    plural(count, "rencontre", "rencontres")
}

/// None is singular, too.
fn plural(count: usize, one: &str, many: &str) -> String {
    let noun = if count < 2 { one } else { many };
    [&number(count), " ", noun].concat()
}

fn number(number: usize) -> String {
    grouped(number, " ")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_calendar::Date;

    #[test]
    fn a_meeting_without_a_name_is_called_by_its_kind_and_people() {
        use MeetingKind::{Ceremony, Talks, Visit};
        let cases: [(_, &[&str], _, _); 5] = [
            (Talks, &["Giang", "Lecornu"], "Paris", "Entretiens : Giang et Lecornu"),
            (Talks, &["A", "B", "C", "D", "E"], "", "Entretiens : A, B, C et 2 autres"),
            (Visit, &["Macron"], "Viêt Nam", "Visite (Viêt Nam) : Macron"),
            (Visit, &["Macron"], "", "Visite : Macron"),
            (Ceremony, &[], "Paris", "Cérémonie (Paris)"),
        ];
        for (kind, people, place, title) in cases {
            assert_eq!((FR.meeting_title)(kind, people, place), title);
        }
    }

    #[test]
    fn none_and_one_are_singular() {
        let said = [0, 1, 2, 1_234].map(count_reports);
        assert_eq!(said, ["0 article", "1 article", "2 articles", "1 234 articles"]);
        assert_eq!((FR.meetings_found)(18, 19), "18 rencontres sur 19");
        assert_eq!((FR.meetings_found)(0, 19), "0 rencontre sur 19");
        let said = (FR.meetings_told)([12, 1, 0], 1, 3);
        assert_eq!(said, "12 tenues, 1 prévue, 3 sans date ; dans 1 article");
    }

    #[test]
    fn dates_are_written_as_in_newspapers() {
        let date = |written| Date::parse(written).map(|date| (FR.date)(&FR, date));
        let dates = ["2025-05-01", "2025-05-26", "2023-08", "2024"].map(date);
        let wanted = ["1er mai 2025", "26 mai 2025", "août 2023", "2024"];
        assert_eq!(dates, wanted.map(|date| Some(date.to_owned())));
        let until = |to: &str| (FR.held)(None, Some(to.to_owned()));
        let wanted = ["jusqu’au 1er mai 2025", "jusqu’en mai 2025", "jusqu’en 2025"];
        assert_eq!(["1er mai 2025", "mai 2025", "2025"].map(until), wanted);
    }
}
