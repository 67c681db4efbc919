//! Vietnamese.
//!
//! Nouns have no plural. Tones stand on the vowel as newspapers write them (thỏa, hòa, xóa), and
//! what is a weekday without its noun keeps the noun: “lần thứ 3”, never “thứ 3”.

use super::Strings;
use super::numbers::{grouped, some_of};
use super::texts::{Counted, Gap, Pair, Rule};
use entente_model::MeetingKind;

/// How one counts.
const RULE: Rule = Rule { separator: ".", many_from: 0, none_is_one: false };

/// A text with two numbers, each told with its own word.
const fn pair(text: &'static str, first: Counted, second: Counted) -> Pair {
    Pair { text, first, second }
}

/// A text that is the same for every number.
const fn always(text: &'static str) -> Counted {
    Counted { one: text, many: text, rule: &RULE }
}

/// The Vietnamese interface.
pub const VI: Strings = Strings {
    search_label: "Tìm trong các bài báo",
    search_placeholder: "Tìm: tên, địa danh, “cụm từ chính xác”, đầu từ*, -loại trừ",
    clear_query: "Xóa nội dung tìm kiếm",
    skip_to_content: "Chuyển đến nội dung chính",
    parts_of_the_page: "Các mục của trang",
    reports: "Bài báo",
    entities: "Tên riêng",
    about: "Giới thiệu",
    language: "Ngôn ngữ",
    theme: "Giao diện",
    theme_names: ["tự động", "sáng", "tối"],
    keys: "Phím tắt",
    close: "Đóng",
    narrow_down: "Lọc",
    source: "Nguồn",
    year: "Năm",
    kinds: ["Nhân vật", "Tổ chức", "Địa danh", "Thỏa thuận", "Sự kiện"],
    kind: ["nhân vật", "tổ chức", "địa danh", "thỏa thuận", "sự kiện", "ngày tháng"],
    unknown_source: "Không rõ",
    undated: "Không rõ ngày",
    exclude: Gap("Loại trừ {}"),
    without: Gap("trừ {}"),
    from: "từ",
    to: "đến",
    dates_legend: "Ngày đăng",
    date_hint: "Năm, tháng hoặc ngày: 2024, tháng 5 năm 2024 hoặc 2024-05-07",
    not_a_date: Gap(
        "“{}” không phải là ngày tháng; hãy viết 2024, tháng 5 năm 2024 hoặc 2024-05-07.",
    ),
    clear_all: "xóa tất cả",
    remove_filter: Gap("Bỏ {}"),
    colon: ": ",
    share: "Chia sẻ",
    copied: "Đã sao chép",
    to_copy: "Nội dung cần sao chép",
    cite: "Trích dẫn",
    copy_link: "Sao chép liên kết",
    copy_quote: "Sao chép lời trích",
    selected: "Đoạn đã chọn",
    quoted: Gap("“{}”"),
    passage_changed: Gap(
        "Được trích là “{}”; bài này nay viết khác, ở đoạn được đánh dấu dưới đây.",
    ),
    passage_gone: Gap("Được trích là “{}”; bài này không có, hoặc không còn, câu nào như vậy."),
    filters: "Bộ lọc",
    show_in: pair("Xem {} trong {}", always("{} cuộc gặp"), always("{} bài báo")),
    found: |found, all| match found == all {
        true => count_reports(all),
        false => format!("{} trong số {}", number(found), count_reports(all)),
    },
    hits: always("{} vị trí khớp"),
    more: always("Hiện thêm {}"),
    show: always("Hiện {}"),
    of_the_home_side: "Suy ra, vì không bài báo nào nêu rõ: trong các bài báo này, chỉ đại diện của nước \
                       này gặp đại diện của nhiều nước đến vậy.",
    worked_out: "suy ra",
    worked_out_from: Gap("Không nêu rõ; suy ra từ: {}"),
    editorial_title: "tiêu đề do ban biên tập đặt",
    editorial_explained: "Bài báo không có tiêu đề; tiêu đề này do chúng tôi đặt.",
    worked_out_title: "tiêu đề lấy từ những từ đầu bài",
    nothing_found: "Không có bài báo nào chứa tất cả các từ này",
    search_alone: "Tìm riêng",
    leave_out: "Bỏ từ này",
    search_for: Gap("Tìm “{}”"),
    without_filters: "Không dùng bộ lọc",
    names_of_corpus: "Tên trong bộ tư liệu này",
    found_alone: |reports| match reports {
        0 => "không có trong bài báo nào".into(),
        _ => format!("có trong {}", count_reports(reports)),
    },
    in_no_report: Gap("“{}” không có trong bài báo nào."),
    left_out: Gap("“{}” được bỏ qua khi tìm kiếm vì không có chữ cái hay chữ số nào."),
    too_long: always("Chỉ tìm {} từ và cụm từ đầu tiên."),
    unknown_keys: Gap(
        "Phiên bản này không nhận biết các thành phần sau của địa chỉ và không lọc theo chúng: {}",
    ),
    unknown_page: Gap("Phiên bản này không có mục “{}”; dưới đây là các bài báo."),
    no_such_report: Gap("Kho tư liệu này không có bài báo “{}”."),
    around_the_report: "Trước và sau bài báo này",
    all_reports: "Tất cả bài báo",
    back_to: always("Trở lại {} bài báo"),
    report_of: pair("bài {} trong số {}", always("{}"), always("{}")),
    previous_report: "Bài trước",
    next_report: "Bài sau",
    previous_hit: "Vị trí khớp trước",
    next_hit: "Vị trí khớp sau",
    hit_of: |place, all| match place {
        0 => format!("{} vị trí khớp", number(all)),
        _ => format!("vị trí khớp {} trong số {}", number(place), number(all)),
    },
    source_text: "Nguyên văn",
    reading_view: "Bản đọc",
    source_text_explained: "Văn bản đúng như khi tiếp nhận, kể cả những phần được thu gọn trong \
                            bản đọc.",
    print: "In",
    boilerplate: [
        "tiêu đề của bài khác",
        "dòng ghi tên hãng tin",
        "dấu của hệ thống xuất bản",
        "dấu đầu dòng",
    ],
    headlines: always("Các tiêu đề khác trên trang ({})"),
    headlines_explained: "Những dòng này thuộc các bài khác và không được đưa vào tìm kiếm.",
    published_at: "đăng tại",
    no_such_entity: Gap("Không có bài báo nào trong kho tư liệu này nhắc đến “{}”."),
    named_in: pair("được nhắc đến {} lần trong {}", always("{}"), always("{} bài báo")),
    reports_naming: "Các bài báo có tên này",
    names_seen: "Các cách gọi",
    roles: "Chức danh trong các bài báo",
    on_record: "Hồ sơ",
    on_record_explained: "Theo đơn vị xuất bản kho tư liệu này, không phải theo các bài báo.",
    part_of: "thuộc",
    held: |from, to| {
        let date = |date: String| match date.len() {
            4 => ["năm ", &date].concat(),
            _ => date,
        };
        match (from, to) {
            (Some(from), Some(to)) => [from, to].join(" – "),
            (Some(from), None) => ["từ ", &date(from)].concat(),
            (None, Some(to)) => ["đến ", &date(to)].concat(),
            (None, None) => String::new(),
        }
    },
    mentions: "Trong các bài báo",
    appears_with: "Xuất hiện cùng",
    together_in: always("cùng xuất hiện trong {} bài báo"),
    meeting_title: |kind, people, place| {
        let mut title = KINDS[kind as usize].to_owned();
        if kind == MeetingKind::Visit {
            if !place.is_empty() {
                title += " ";
                title += place;
            }
            if !people.is_empty() {
                title += " của ";
                title += &list(people);
            }
        } else if !people.is_empty() {
            title += ": ";
            title += &list(people);
        } else if !place.is_empty() {
            title += " tại ";
            title += place;
        }
        title
    },
    dates: "Ngày tháng",
    proves_a_meeting: "dẫn chứng về một cuộc gặp",
    evidence_in: always("Dẫn chứng ({} bài báo)"),
    filter_by_this: [
        "Lọc theo nhân vật này",
        "Lọc theo tổ chức này",
        "Lọc theo địa danh này",
        "Lọc theo thỏa thuận này",
        "Lọc theo sự kiện này",
    ],
    all_mentions: always("Tất cả các lần được nhắc đến ({})"),
    own_page: "Trang riêng",
    pinned: "đã ghim",
    this_report: "bài báo này",
    find_name: "Tìm tên",
    sorted_by: ["theo số lần nhắc đến", "theo tên"],
    sort_otherwise: "Đổi cách sắp xếp",
    months: MONTHS,
    date: |strings, date| match (date.day(), date.month()) {
        (Some(day), Some(month)) => format!("{day}/{month}/{}", date.year()),
        (_, Some(month)) => {
            format!("{}/{}", strings.months[usize::from(month) - 1], date.year())
        }
        _ => date.year().to_string(),
    },
    meetings: "Cuộc gặp",
    meeting_kinds: KINDS,
    statuses: ["đã diễn ra", "dự kiến", "được nhắc đến"],
    acts: ["đã ký", "đã nhất trí", "đã công bố"],
    kind_facet: "Loại hình",
    status_facet: "Trạng thái",
    meeting_dates: "Ngày diễn ra",
    meetings_found: |found, all| match found == all {
        true => count_meetings(all),
        false => format!("{} trong số {}", number(found), count_meetings(all)),
    },
    meetings_told: |[held, planned, mentioned], reports, undated| {
        let told = [
            (held, "đã diễn ra"),
            (mentioned, "được nhắc đến"),
            (planned, "dự kiến"),
            (undated, "không rõ ngày"),
        ];
        format!("{}; theo {}", some_of(&told, "."), count_reports(reports))
    },
    no_meeting: "Không có cuộc gặp nào trong phạm vi này.",
    meeting_columns: ["Ngày", "Cuộc gặp", "Địa điểm", "Kết quả", "Dẫn chứng"],
    who: "Thành phần",
    other_countries: "Các bên khác",
    sorted_rows: ["Theo tên cuộc gặp", "Theo địa điểm", "Theo kết quả", "Theo số bài báo"],
    groupings: ["năm", "cơ chế", "nước chủ nhà", "không nhóm"],
    no_series: "Không thuộc cơ chế nào",
    search_for_rows: "Chức năng tìm của trình duyệt chỉ thấy các dòng đã hiện ra; ô tìm kiếm phía trên \
                      tìm trong tất cả.",
    why_this_date: "Căn cứ xác định ngày",
    why_this_place: "Căn cứ xác định địa điểm",
    reports_count: always("{} bài báo"),
    during_visit: Gap("Trong chuyến thăm của {}"),
    host: "chủ nhà",
    host_facet: "Nước chủ nhà",
    delegation: "đoàn khách",
    other_meetings: "Các cuộc gặp khác",
    meetings_and_mentions: pair("{}, {}", always("{} cuộc gặp"), always("{} lần được nhắc đến")),
    and_so_many_more: always("và {} cuộc khác"),
    same_people_before: "Hai bên đã gặp trước đó:",
    same_people_after: "Hai bên gặp lại sau đó:",
    announced_before: "Được thông báo trước",
    reports_differ: "Các bài báo đưa tin khác nhau:",
    reviewed: "Thẩm định",
    place_not_stated: "không nêu rõ",
    only_the_country: "chỉ nêu tên nước",
    date_provenance: [
        "",
        "",
        "suy ra từ “{}” và ngày của bài báo",
        "theo một cuộc gặp khác được nêu cùng",
        "ngày của bài báo, do không có ngày nào khác được nêu",
        "do đơn vị xuất bản kho tư liệu này xác định",
    ],
    relative_without_words: "suy ra từ ngày của bài báo",
    place_provenance: [
        "",
        "",
        "nơi phát tin, do không có địa điểm nào khác được nêu",
        "theo một cuộc gặp hoặc chuyến thăm được nêu cùng",
        "nước chủ nhà",
        "do đơn vị xuất bản kho tư liệu này xác định",
    ],
    no_such_meeting: Gap("Không có bài báo nào trong kho tư liệu này nói về cuộc gặp “{}”."),
    previous_meeting: "Cuộc gặp trước",
    next_meeting: "Cuộc gặp sau",
    meeting_of: pair("cuộc gặp {} trong số {}", always("{}"), always("{}")),
    around_the_meeting: "Trước và sau cuộc gặp này",
    other_side: "Không nêu rõ bên",
    told_otherwise: [
        "ngày theo bài này:",
        "địa điểm theo bài này:",
        "loại hình theo bài này:",
        "tên theo bài này:",
    ],
    all_meetings: "Tất cả cuộc gặp trong phạm vi này",
    told_here: "Các cuộc gặp được nêu ở đây",
    download_report: "Tải xuống",
    shortcuts: [
        ("/", "chuyển đến ô tìm kiếm"),
        ("j", "bài báo hoặc cuộc gặp sau"),
        ("k", "bài báo hoặc cuộc gặp trước"),
        ("n", "vị trí khớp sau trong bài báo"),
        ("p", "vị trí khớp trước trong bài báo"),
        ("?", "hiện các phím tắt này"),
        ("Esc", "đóng, xóa nội dung tìm kiếm hoặc trở lại danh sách"),
    ],
    shortcuts_on: "Dùng phím tắt một chữ cái",
    acts_to_come: ["sẽ ký", "sẽ nhất trí", "sẽ công bố"],
    cited: "được nhắc đến",
    mechanisms: "Cơ chế",
    promises: "Cam kết",
    open: "còn để ngỏ",
    period_covered: "thời gian áp dụng",
    mechanisms_explained: "Các đối thoại, hội nghị và triển lãm, theo từng lần tổ chức. Khi hồ sơ \
                           của kho tư liệu này ghi như vậy, những lần tổ chức có tên gọi khác nhau \
                           thuộc cùng một cơ chế.",
    no_mechanism: "Không có bài báo nào trong phạm vi này nhắc đến cơ chế.",
    session: always("Lần thứ {}"),
    gap: |first, last| match last - first {
        0 => format!("Lần thứ {first}: không có bài báo nào đưa tin."),
        _ => format!("Từ lần thứ {first} đến lần thứ {last}: không có bài báo nào đưa tin."),
    },
    outside_the_view: always("còn {} ngoài phạm vi này"),
    no_place: "không nêu rõ địa điểm",
    agreements: "Thỏa thuận",
    agreements_explained: "Nội dung từng bài báo đưa tin, theo thứ tự ngày đăng: đã ký, đã nhất trí \
                           hoặc đã công bố tại một cuộc gặp; nếu không thì chỉ được nhắc đến.",
    no_agreement: "Không có bài báo nào trong phạm vi này nhắc đến thỏa thuận.",
    timeline: "Dòng thời gian",
    timeline_help: "Kéo để chọn khoảng thời gian hoặc di chuyển hai mốc: phím mũi tên chuyển từng tháng, phím Escape để bỏ chọn.",
    no_dates: "Kho tư liệu này không có ngày tháng nào.",
    without_date: always("{} cuộc gặp không rõ ngày"),
    and_more: always("và {} mục khác: hãy lọc thêm để xem"),
    play: ["Chạy", "Dừng"],
    map: "Bản đồ",
    on_map: "trên bản đồ",
    map_title: "Nơi gặp gỡ",
    map_help: "Bản đồ. Phím mũi tên để di chuyển, dấu cộng và dấu trừ để phóng to và thu nhỏ, phím \
               Home để hiện tất cả địa điểm, phím 0 để xem thế giới; tiếp theo là các địa điểm.",
    map_note: "Đất liền và biên giới trên đất liền theo Natural Earth 4.1 (phạm vi công cộng), đã \
               giản lược, trừ một số ít ngoại lệ. Không thể hiện lập trường về bất kỳ yêu sách nào. Nơi xuất phát của các chuyến thăm là suy ra: \
               thủ đô của khách.",
    map_tools: ["Phóng to", "Thu nhỏ", "Hiện tất cả địa điểm"],
    larger_map: "bản đồ lớn hơn",
    download_map: "Tải bản đồ dạng",
    visits: "Chuyến thăm",
    countries: "Tên nước",
    legend: "Chú giải, ghi chú và tệp",
    is_host: Gap("{} là chủ nhà"),
    only_country: "chỉ biết tên nước",
    visit_in_colour: "một chuyến thăm, theo màu của khách",
    filter_by: Gap("Lọc theo {}"),
    pace: "1 năm = 2 giây",
    on_the_map: always("{} cuộc gặp trên bản đồ"),
    placed_and_not: |placed, unplaced| match unplaced {
        0 => format!("{} rõ địa điểm, không có cuộc gặp nào thiếu địa điểm", number(placed)),
        _ => format!("{} rõ địa điểm, {} không rõ địa điểm", number(placed), number(unplaced)),
    },
    without_place: always("{} không rõ địa điểm"),
    no_place_needed: "qua điện thoại hoặc trực tuyến",
    somewhere_in: Gap("{}, không nêu rõ địa điểm"),
    stack: |name, meetings| format!("{name}: {}, hiện danh sách", count_meetings(meetings)),
    behind_stack: "Các cuộc gặp tại địa điểm này",
    take_apart: "phóng to tại đây",
    within_it: "Địa danh tại đây được các bài báo nhắc đến:",
    other_hosts: "nước khác hoặc nhiều nước",
    as_table: "dạng bảng",
    damaged: "Không đọc được kho tư liệu của trang này",
    about_title: "Giới thiệu trang này",
    about_text: &[
        "Entente giúp tra cứu các bài báo về hoạt động đối ngoại. Tất cả, từ bài báo, chỉ mục đến \
         giao diện, nằm gọn trong một trang: những gì bạn nhập hay đọc không rời khỏi thiết bị của \
         bạn, và trang hoạt động không cần mạng.",
        "Các bài báo được trình bày đúng như khi tiếp nhận. Những gì thuộc về trang gốc (dòng ghi \
         tên hãng tin, dấu của hệ thống, dấu đầu dòng, tiêu đề của bài khác) được thu gọn trong bản \
         đọc và hiện đầy đủ trong nguyên văn. Những gì không được nêu rõ mà phải suy ra đều được \
         ghi chú, kèm theo các từ làm căn cứ.",
        "Các bài báo vẫn thuộc quyền sở hữu của các cơ quan xuất bản.",
    ],
    query_title: "Các cách tìm kiếm",
    query_forms: [
        ("paris dialogue", "các bài báo có cả hai từ"),
        ("\"letter of intent\"", "các từ này theo đúng thứ tự"),
        ("peacekeep*", "các từ bắt đầu như vậy"),
        ("defence -airbus", "các bài báo có từ thứ nhất và không có từ thứ hai"),
        (
            "person:giang",
            "các bài báo nhắc đến người có tên như vậy; các trường khác là org:, place:, \
             agreement: và event:",
        ),
        ("dien bien phu", "Điện Biên Phủ: không cần gõ dấu"),
        ("hanoi", "Hà Nội và Hanoi; tên có thể viết liền hoặc viết rời"),
    ],
    folding_explained: "Không phân biệt chữ hoa và chữ thường, dấu, kiểu dấu ngoặc kép, chính tả \
                        tiếng Anh kiểu Anh hay kiểu Mỹ.",
    version: "Phiên bản",
    // The Thread.
    thread: "Mạch gặp gỡ",
    meetings_count: always("{} cuộc gặp"),
    people_count: always("{} người"),
    years_count: always("{} năm"),
    hosted_by: |[first, second], [at_first, at_second], nowhere, planned| {
        let (one, other) = (number(at_first), number(at_second));
        let mut said = format!("{one} cuộc do {first} chủ trì, {other} do {second}");
        if nowhere > 0 {
            said += &[", ", &number(nowhere), " không rõ địa điểm"].concat();
        }
        if planned > 0 {
            said += &["; ", &number(planned), " mới dự kiến"].concat();
        }
        said + "."
    },
    papers_signed: always("{} văn kiện được ký"),
    promises_kept: pair("{} trong số {} cam kết đã thực hiện", always("{}"), always("{}")),
    hosts_and_people: pair("chủ nhà {} cuộc · {} người", always("{}"), always("{}")),
    order: "Thứ tự",
    best_first: "Phù hợp nhất trước",
    time_orders: ["Cũ nhất trước", "Mới nhất trước"],
    group_by: "Gộp theo",
    grains: ["cuộc gặp", "tháng", "quý", "năm"],
    choose_sides: "Chọn hai bên",
    all_others: "các nước khác",
    more_countries: always("{} nước khác"),
    duration: |years, months| {
        let months = match months {
            0 => String::new(),
            months => [" ", &number(months as usize), " tháng"].concat(),
        };
        [&number(years as usize), " năm", &months].concat()
    },
    no_meeting_reported: Gap("{} không có cuộc gặp nào được đưa tin"),
    open_at_last_report: |count, date| {
        format!("{} cam kết chưa thực hiện tính đến bài báo cuối ({date})", number(count))
    },
    open_since: Gap("chưa thực hiện, từ {}"),
    kept_by: Gap("thực hiện {}"),
    invited: Gap("mời {}"),
    short_months: MONTHS,
    short_day: |days, month| [days, "/", month.trim_start_matches("tháng ")].concat(),
    in_year: |year| format!("trong năm {year}"),
    bundle: |count, place| match place {
        "" => count_meetings(count),
        place => format!("{} tại {place}", count_meetings(count)),
    },
    no_place_told: "không rõ địa điểm",
    evidence: "Dẫn chứng",
    the_meeting: "Cuộc gặp",
    no_pair: "Trong phạm vi này không có hai nước nào gặp nhau.",
    thread_help: "Phím mũi tên lên và xuống đi từ cuộc gặp này đến cuộc gặp khác, Enter mở dẫn chứng.",
    thread_legend: [
        "Cuộc gặp, dốc về phía chủ nhà",
        "Chuyến thăm",
        "Thời gian ở lại",
        "Được nhắc đến",
        "Dự kiến",
        "Đã ký",
        "Đã thỏa thuận",
        "Đã công bố",
        "Cam kết chưa thực hiện",
        "đã thực hiện",
        "Lời mời đã thực hiện",
    ],
};

const MONTHS: [&str; 12] = [
    "tháng 1",
    "tháng 2",
    "tháng 3",
    "tháng 4",
    "tháng 5",
    "tháng 6",
    "tháng 7",
    "tháng 8",
    "tháng 9",
    "tháng 10",
    "tháng 11",
    "tháng 12",
];

const KINDS: [&str; 9] = [
    "Hội đàm",
    "Đối thoại",
    "Chuyến thăm",
    "Buổi lễ",
    "Điện đàm",
    "Hội nghị",
    "Triển lãm",
    "Lễ ký kết",
    "Cuộc gặp",
];

/// Names in a row; of many the first three.
fn list(names: &[&str]) -> String {
    match names {
        [names @ .., last] if (1..4).contains(&names.len()) => {
            [&names.join(", "), " và ", last].concat()
        }
        [one, two, three, rest @ ..] => {
            let others = number(rest.len());
            [one, ", ", two, ", ", three, " và ", &others, " bên khác"].concat()
        }
        _ => names.concat(),
    }
}

fn count_reports(count: usize) -> String {
    [&number(count), " bài báo"].concat()
}

fn count_meetings(count: usize) -> String {
    [&number(count), " cuộc gặp"].concat()
}

fn number(number: usize) -> String {
    grouped(number, ".")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use entente_calendar::Date;

    #[test]
    fn a_meeting_without_a_name_is_called_by_its_kind_and_people() {
        use MeetingKind::{Ceremony, Talks, Visit};
        let cases: [(_, &[&str], _, _); 5] = [
            (Talks, &["Giang", "Lecornu"], "Paris", "Hội đàm: Giang và Lecornu"),
            (Talks, &["A", "B", "C", "D", "E"], "", "Hội đàm: A, B, C và 2 bên khác"),
            (Visit, &["Macron"], "Việt Nam", "Chuyến thăm Việt Nam của Macron"),
            (Visit, &["Macron"], "", "Chuyến thăm của Macron"),
            (Ceremony, &[], "Paris", "Buổi lễ tại Paris"),
        ];
        for (kind, people, place, title) in cases {
            assert_eq!((VI.meeting_title)(kind, people, place), title);
        }
    }

    #[test]
    fn nouns_have_no_plural() {
        assert_eq!([1, 2, 1_234].map(count_reports), ["1 bài báo", "2 bài báo", "1.234 bài báo"]);
        assert_eq!((VI.meetings_found)(0, 19), "0 trong số 19 cuộc gặp");
        let said = (VI.meetings_told)([12, 4, 0], 1, 3);
        assert_eq!(said, "12 đã diễn ra, 4 dự kiến, 3 không rõ ngày; theo 1 bài báo");
    }

    #[test]
    fn dates_are_written_as_in_newspapers() {
        let date = |written| Date::parse(written).map(|date| (VI.date)(&VI, date));
        let dates = ["2025-05-01", "2025-05-26", "2023-08", "2024"].map(date);
        let wanted = ["1/5/2025", "26/5/2025", "tháng 8/2023", "2024"];
        assert_eq!(dates, wanted.map(|date| Some(date.to_owned())));
        let since = |from: &str| (VI.held)(Some(from.to_owned()), None);
        let wanted = ["từ 1/5/2025", "từ tháng 5/2025", "từ năm 2025"];
        assert_eq!(["1/5/2025", "tháng 5/2025", "2025"].map(since), wanted);
    }
}
