//! The tokens of a script, and the script made of them again, as short as it goes.
//!
//! Enough of JavaScript for what wasm-bindgen writes: a statement is ended by `;` or a
//! block, and a `/` begins a regular expression only where no value stands before it.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Name, keyword or number.
    Word,
    /// Text in quotes, a piece of a template, a regular expression.
    Text,
    /// Punctuation: one character, `++` or `--`.
    Mark,
    /// The end of a line, where it may end a statement.
    Line,
}

/// A piece of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// As it stands in the script.
    pub text: &'a str,
}

impl Token<'_> {
    /// Whether it is this word or mark.
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }

    /// One level deeper, one level back, or neither.
    pub fn depth(&self) -> isize {
        match self.text {
            "{" | "(" | "[" if self.kind == Kind::Mark => 1,
            "}" | ")" | "]" if self.kind == Kind::Mark => -1,
            _ => 0,
        }
    }
}

/// The tokens of a script, without comments.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    // For each template around the place, how deep its `${` lies.
    let (mut templates, mut depth) = (Vec::new(), 0);
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let in_template = first == '}' && templates.last() == Some(&depth);
        let (kind, length) = match first {
            _ if rest.starts_with("//") => (None, rest.find('\n').unwrap_or(rest.len())),
            _ if rest.starts_with("/*") => (None, rest.find("*/").map_or(rest.len(), |at| at + 2)),
            '\n' => (ends_statement(&out).then_some(Kind::Line), 1),
            c if c.is_whitespace() => (None, c.len_utf8()),
            '"' | '\'' => (Some(Kind::Text), enclosed(rest, first)),
            '`' => (Some(Kind::Text), piece(rest)),
            '}' if in_template => (Some(Kind::Text), piece(rest)),
            '/' if !out.last().is_some_and(is_value) => (Some(Kind::Text), enclosed(rest, '/')),
            c if is_word(c) => (Some(Kind::Word), rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
            _ if rest.starts_with("++") || rest.starts_with("--") => (Some(Kind::Mark), 2),
            c => (Some(Kind::Mark), c.len_utf8()),
        };
        let (text, after) = rest.split_at(length);
        if let Some(kind) = kind {
            let token = Token { kind, text };
            depth += token.depth();
            if first == '`' && text.ends_with("${") {
                templates.push(depth);
            } else if in_template && !text.ends_with("${") {
                templates.pop();
            }
            out.push(token);
        }
        rest = after;
    }
    out
}

/// The script again, without white space that it can do without.
pub fn script(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    let mut last: Option<&Token<'_>> = None;
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        if token.kind == Kind::Line {
            let closing =
                next.is_none_or(|next| next.kind == Kind::Mark && "})];,.:?".contains(next.text));
            if last.is_none_or(|last| last.is("\n") || last.is(";")) || closing {
                continue;
            }
        } else if last.is_some_and(|last| clash(last, token)) {
            out.push(' ');
        }
        out.push_str(token.text);
        last = Some(token);
    }
    out
}

/// Whether the two would be read as something else without a space between them.
fn clash(left: &Token<'_>, right: &Token<'_>) -> bool {
    let words = left.kind == Kind::Word && right.kind == Kind::Word;
    let signs = |sign| left.text.ends_with(sign) && right.text.starts_with(sign);
    words || left.kind == Kind::Mark && (signs('+') || signs('-'))
}

/// Whether a statement may end after these.
fn ends_statement(before: &[Token<'_>]) -> bool {
    before.last().is_some_and(|last| {
        !(last.kind == Kind::Line
            || last.kind == Kind::Mark && "{([,;:=?&|<>!+-*.".contains(last.text))
    })
}

/// Whether a `/` after this divides.
fn is_value(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Word => !["return", "typeof", "case", "in", "of"].contains(&token.text),
        Kind::Text => true,
        Kind::Mark => [")", "]", "}"].contains(&token.text),
        Kind::Line => false,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The bytes of a text at the start, with its marks; a `/` within brackets does not end it.
fn enclosed(text: &str, mark: char) -> usize {
    let (mut escaped, mut bracket) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == mark && !bracket {
            return at + 1;
        }
        if mark == '/' && !escaped {
            bracket = c == '[' || bracket && c != ']';
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The bytes of a template at the start, until it ends or a value is put in.
fn piece(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == '`' {
            return at + 1;
        }
        if !escaped && text[at..].starts_with("${") {
            return at + 2;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for (source, expected) in [
            ("let a1 = $b.c;", "let|a1|=|$b|.|c|;"),
            ("f(); // no 'text'\n/* nor `this` */ g()", "f|(|)|;|g|(|)"),
            ("'a\\'b' + \"//\"", "'a\\'b'|+|\"//\""),
            ("`a${b + `c${{}}d`}e` + f", "`a${|b|+|`c${|{|}|}d`|}e`|+|f"),
            ("x = /[/\"]\\//.exec(a / b) / 2", "x|=|/[/\"]\\//|.|exec|(|a|/|b|)|/|2"),
            ("return /a/", "return|/a/"),
            ("a\nb;\nc(\nd\n)", "a|\n|b|;|c|(|d|\n|)"),
        ] {
            let told: Vec<_> = tokens(source).iter().map(|token| token.text).collect();
            assert_eq!(told.join("|"), expected, "{source}");
        }
    }

    #[test]
    fn scripts_are_put_together() {
        for (source, expected) in [
            ("const a  =  1 ;\n\n\nreturn  a ;", "const a=1;return a;"),
            ("function f() {\n  g();\n}\n\nlet a;", "function f(){g();}\nlet a;"),
            ("a = b + +c - --d - -e", "a=b+ +c- --d- -e"),
            (
                "switch (a) {\n case 'b':\n return `x ${a}  y`;\n}",
                "switch(a){case'b':return`x ${a}  y`;}",
            ),
            ("a\n  ? b\n  : c", "a?b:c"),
            ("f({\n a: 1,\n})\n", "f({a:1,})"),
        ] {
            assert_eq!(script(&tokens(source)), expected, "{source}");
        }
    }
}
