//! Functions and variables of the script, and which of them the start leads to.
//!
//! wasm-bindgen writes classes for what crates export, ways to start that the page does
//! not take, and helpers for all of them. Of its ways to start, one of the page's own takes
//! the place (`start.js`); what that does not lead to is left out. In the object of
//! imports stay those functions that the wasm asks for.

use super::tokens::{Kind, Token, script, tokens};
use crate::trouble::{Result, Trouble};
use std::collections::BTreeSet;

/// Fetches nothing and knows no fall-backs: the page gives it an answer of the network.
const START: &str = include_str!("start.js");
/// How the script calls what the wasm exports.
const EXPORTS: &str = "wasm";

/// The script of wasm-bindgen.
#[derive(Clone, Debug)]
pub struct Glue<'a> {
    before: Vec<Item<'a>>,
    /// Up to the first function of the object of imports.
    head: Vec<Token<'a>>,
    /// Name, and what stands after it.
    pub(super) imports: Vec<(&'a str, Vec<Token<'a>>)>,
    /// From the end of that object on.
    pub(super) tail: Vec<Token<'a>>,
    after: Vec<Item<'a>>,
}

/// A statement outside of all functions.
#[derive(Clone, Debug)]
struct Item<'a> {
    tokens: Vec<Token<'a>>,
    declares: Vec<&'a str>,
}

impl<'a> Glue<'a> {
    /// Takes the script apart.
    ///
    /// # Errors
    /// When it is not as wasm-bindgen writes it.
    pub fn of(source: &'a str) -> Result<Self> {
        let mut before = items(tokens(source));
        if before.iter().any(|item| item.tokens[0].is("import")) {
            return Err(strange(
                "it imports another file, which the single file cannot carry; a crate brings \
                 JavaScript of its own (`inline_js` or `module = …`)",
            ));
        }
        // The page has a start, and so exports, of its own.
        before.retain(|item| !(item.tokens[0].is("export") && item.declares.is_empty()));
        let at = before.iter().position(|item| item.declares == ["__wbg_get_imports"]);
        let (head, imports, tail) =
            at.and_then(|at| object_of_imports(before.remove(at).tokens)).ok_or_else(|| {
                strange("it has no `__wbg_get_imports` with one object of functions")
            })?;
        let after = items(tokens(START));
        let mut glue = Self { before, head, imports, tail, after };
        glue.drop_unused();
        Ok(glue)
    }

    /// Leaves out imports, and then everything that only they led to.
    pub fn keep_imports(&mut self, keep: impl Fn(&str) -> bool) {
        self.imports.retain(|(name, _)| keep(name));
        self.drop_unused();
    }

    /// What it calls of the wasm.
    ///
    /// # Errors
    /// When it may call more than it names.
    pub fn exports(&self) -> Result<BTreeSet<&'a str>> {
        let mut found = BTreeSet::new();
        let tokens = self.tokens();
        for (at, _) in tokens.iter().enumerate().filter(|(at, _)| is_exports(&tokens, *at)) {
            let next = |far: usize| tokens.get(at + far).map_or("", |token| token.text);
            match next(1) {
                "." => drop(found.insert(next(2))),
                "=" | "," | ";" => {}
                _ => return Err(strange("it does not only name what it calls of the wasm")),
            }
        }
        Ok(found)
    }

    /// The names that it gives outside of all functions.
    pub fn declared(&self) -> impl Iterator<Item = &'a str> {
        let items = self.before.iter().chain(&self.after);
        items.flat_map(|item| item.declares.iter().copied()).chain(["__wbg_get_imports"])
    }

    /// All of it.
    pub fn tokens(&self) -> Vec<Token<'a>> {
        let mark = |text| Token { kind: Kind::Mark, text };
        let mut out: Vec<_> = self.before.iter().flat_map(|item| item.tokens.clone()).collect();
        out.extend(&self.head);
        for (name, function) in &self.imports {
            out.push(Token { kind: Kind::Word, text: name });
            out.extend(function);
            out.push(mark(","));
        }
        out.extend(&self.tail);
        out.push(Token { kind: Kind::Line, text: "\n" });
        out.extend(self.after.iter().flat_map(|item| item.tokens.clone()));
        out
    }

    /// The script.
    pub fn script(&self) -> String {
        script(&self.tokens())
    }

    fn drop_unused(&mut self) {
        let start = self.after.iter().flat_map(|item| &item.tokens);
        let imports = self.imports.iter().flat_map(|(_, tokens)| tokens);
        let mut used: BTreeSet<&str> = words(start.chain(imports)).collect();
        used.extend(words(self.head.iter().chain(&self.tail)));
        loop {
            let known = used.len();
            for item in &self.before {
                if item.declares.iter().any(|name| used.contains(name)) {
                    used.extend(words(&item.tokens));
                }
            }
            if used.len() == known {
                break;
            }
        }
        // A statement that gives no name is about those that it mentions.
        let all: BTreeSet<_> = self.declared().collect();
        self.before.retain(|item| match item.declares.as_slice() {
            [] => words(&item.tokens).filter(|word| all.contains(word)).all(|w| used.contains(w)),
            names => names.iter().any(|name| used.contains(name)),
        });
    }
}

/// Whether `wasm` stands there, and not as a property.
pub(super) fn is_exports(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is(EXPORTS) && !(at > 0 && tokens[at - 1].is("."))
}

/// Words that may stand for something declared: none of the properties.
fn words<'a, 't>(tokens: impl IntoIterator<Item = &'t Token<'a>>) -> impl Iterator<Item = &'a str>
where
    'a: 't,
{
    let mut after_dot = false;
    tokens.into_iter().filter_map(move |token| {
        let property = std::mem::replace(&mut after_dot, token.is("."));
        (token.kind == Kind::Word && !property).then_some(token.text)
    })
}

/// The statements outside of all functions.
fn items(tokens: Vec<Token<'_>>) -> Vec<Item<'_>> {
    let mut out = Vec::new();
    let (mut item, mut depth) = (Vec::new(), 0);
    for token in tokens {
        if item.is_empty() && token.kind == Kind::Line {
            continue;
        }
        item.push(token);
        depth += token.depth();
        let block = || {
            let is_export = item[0].is("export") && !item.get(1).is_some_and(|t| t.is("{"));
            ["function", "async", "class", "if"].iter().any(|word| item[0].is(word)) || is_export
        };
        if depth == 0 && (token.is(";") || token.is("}") && block()) {
            let tokens = std::mem::take(&mut item);
            out.push(Item { declares: declared(&tokens), tokens });
        }
    }
    if !item.is_empty() {
        out.push(Item { declares: declared(&item), tokens: item });
    }
    out
}

fn declared<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut words = tokens.iter().skip_while(|token| token.is("export") || token.is("async"));
    let is_name = |token: &&Token<'a>| token.kind == Kind::Word;
    match words.next().map_or("", |token| token.text) {
        "function" | "class" => words.next().filter(is_name).map(|t| t.text).into_iter().collect(),
        "let" | "const" | "var" => {
            let mut depth = 0;
            let mut begins = true;
            words
                .filter(|token| {
                    let name = begins && depth == 0;
                    depth += token.depth();
                    begins = token.is(",");
                    name && is_name(token)
                })
                .map(|token| token.text)
                .collect()
        }
        _ => Vec::new(),
    }
}

type Parts<'a> = (Vec<Token<'a>>, Vec<(&'a str, Vec<Token<'a>>)>, Vec<Token<'a>>);

/// `const import0 = {__proto__: null, NAME: function…, …};`, and what stands around it.
fn object_of_imports(mut tokens: Vec<Token<'_>>) -> Option<Parts<'_>> {
    let open = tokens.windows(3).position(|t| t[0].is("import0") && t[2].is("{"))? + 3;
    let mut rest = tokens.split_off(open);
    let mut depth = 0;
    let close = rest.iter().position(|token| {
        depth += token.depth();
        depth < 0
    })?;
    let tail = rest.split_off(close);
    if tail.iter().any(|token| token.text.starts_with("import") && !token.is("import0")) {
        return None;
    }
    let (mut entries, mut depth) = (vec![Vec::new()], 0);
    for token in rest {
        depth += token.depth();
        match entries.last_mut() {
            _ if depth == 0 && token.is(",") => entries.push(Vec::new()),
            Some(entry) if token.kind != Kind::Line => entry.push(token),
            _ => {}
        }
    }
    let entries = entries.into_iter().filter(|entry| !entry.is_empty());
    let mut imports = Vec::new();
    for mut entry in entries {
        let value = entry.split_off(1);
        if !value.first()?.is(":") {
            return None;
        }
        imports.push((entry.first()?.text, value));
    }
    // The object has no parents.
    let parentless = |(name, _): &(&str, Vec<Token<'_>>)| *name == "__proto__";
    if let Some(at) = imports.iter().position(parentless) {
        let (name, value) = imports.remove(at);
        tokens.push(Token { kind: Kind::Word, text: name });
        tokens.extend(value);
        tokens.push(Token { kind: Kind::Mark, text: "," });
    }
    Some((tokens, imports, tail))
}

fn strange(what: &str) -> Trouble {
    Trouble::new(format!(
        "the script of wasm-bindgen is not as expected: {what}; see xtask/src/finish/glue"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_told_apart() {
        for (source, expected) in [
            ("function f(a) { let b; }\nasync function g() {}", "[\"f\"] [\"g\"]"),
            ("export class A { b() {} }\nif (c) A.d = 1;\nif (c) { d(); }", "[\"A\"] [] []"),
            (
                "let a, b = [c, d], e;\nconst f = (g) ? { h: 1 }\n : new I(j => { k; });",
                "[\"a\", \"b\", \"e\"] [\"f\"]",
            ),
            ("a.b();\nexport { c, d as default };", "[] []"),
            ("import * as a from './b.js'", "[]"),
        ] {
            let told: Vec<_> =
                items(tokens(source)).iter().map(|item| format!("{:?}", item.declares)).collect();
            assert_eq!(told.join(" "), expected, "{source}");
        }
    }

    #[test]
    fn what_nothing_leads_to_goes() {
        const FRAME: &str = "function __wbg_get_imports() { const import0 = { __proto__: null, \
            f: function() { a(); }, g: function() { d(); } }; return { \"./b.js\": import0 }; }";
        for (source, kept) in [
            ("function a() { b.c; } let b, c; function d() {}", "a b c d"),
            ("let a; if (a) a.x(); const e = a; if (e) e.y();", "a"),
            ("function a() { return { e: 1 }.f; } function f() {}", "a"),
            ("class d { h() { return i; } } const i = 1;", "d i"),
        ] {
            let source = [FRAME, source].concat();
            let mut glue = Glue::of(&source).expect("as wasm-bindgen writes it");
            let declared = |glue: &Glue<'_>| {
                glue.before
                    .iter()
                    .flat_map(|item| item.declares.clone())
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            assert_eq!(declared(&glue), kept, "{source}");
            glue.keep_imports(|_| false);
            assert_eq!(declared(&glue), "", "{source}");
        }
    }
}
