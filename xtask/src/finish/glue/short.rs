//! Short names in place of long ones.
//!
//! What wasm and script know each other by stands in both, with a hash in every name. Each
//! name gets one that no other word of the script has, so none can be taken for another.
//! The functions and variables of the script get shorter names in the same way.

use super::items::{Glue, is_exports};
use super::tokens::{Kind, Token, script};
use crate::finish::wasm::interface::{exports, imports, with_exports, with_imports};
use crate::trouble::{Result, Trouble};
use std::collections::{BTreeMap, BTreeSet};

/// What holds the imports.
const MODULE: &str = "a";
/// Words of the language that are as short as a short name.
const RESERVED: &[&str] = &["as", "do", "if", "in", "is", "of"];

type Names<'a> = BTreeMap<&'a str, &'a str>;

/// Script and wasm with short names between them.
///
/// # Errors
/// When one of the two asks for what the other does not have.
pub fn shortened(glue: &Glue<'_>, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let module = module(glue, wasm)?;
    let called = called(glue, wasm)?;
    let tokens = glue.tokens();
    let words: BTreeSet<&str> = tokens.iter().map(|token| token.text).collect();
    let declared: Vec<_> = glue.declared().filter(|name| is_only_a_name(&tokens, name)).collect();
    let count = glue.imports.len().max(called.len()).max(declared.len());
    let short: Vec<String> = short_names(&words).take(count).collect();
    let short = || short.iter().map(String::as_str);

    let provided: Names<'_> = glue.imports.iter().map(|(name, _)| *name).zip(short()).collect();
    let called: Names<'_> = called.into_iter().zip(short()).collect();
    let declared: Names<'_> = declared.into_iter().zip(short()).collect();

    let mut glue = glue.clone();
    for (name, _) in &mut glue.imports {
        *name = provided[name];
    }
    for token in glue.tail.iter_mut().filter(|token| unquoted(token) == Some(module)) {
        *token = Token { kind: Kind::Word, text: MODULE };
    }
    let js = script(&renamed(&glue.tokens(), &called, &declared));
    let wasm = with_imports(wasm, |import| (MODULE, provided[import.name]))?;
    let wasm = with_exports(&wasm, |name| called.get(name).copied())?;
    Ok((js, wasm))
}

/// The module that all imports are of.
fn module<'a>(glue: &Glue<'_>, wasm: &'a [u8]) -> Result<&'a str> {
    let imports = imports(wasm)?;
    let module = imports.first().map_or("", |import| import.module);
    let held = glue.tail.iter().any(|token| unquoted(token) == Some(module));
    let missing = imports.iter().find(|import| {
        let provided = glue.imports.iter().any(|(name, _)| *name == import.name);
        !provided || import.module != module || !held
    });
    missing.map_or(Ok(module), |import| {
        Err(Trouble::new(format!(
            "the wasm asks for `{}` of `{}`, which the script does not have: the versions of \
             wasm-bindgen in Cargo.lock and on the PATH must be the same",
            import.name, import.module
        )))
    })
}

/// What the script calls, all of which the wasm must have.
fn called<'a>(glue: &Glue<'a>, wasm: &[u8]) -> Result<BTreeSet<&'a str>> {
    let (called, exports) = (glue.exports()?, exports(wasm)?);
    let missing = called.iter().find(|name| !exports.iter().any(|export| export.name == **name));
    match missing {
        None => Ok(called),
        Some(name) => Err(Trouble::new(format!(
            "the script calls `{name}`, which the wasm does not have: the versions of \
             wasm-bindgen in Cargo.lock and on the PATH must be the same"
        ))),
    }
}

fn unquoted<'a>(token: &Token<'a>) -> Option<&'a str> {
    token.text.strip_prefix('"').and_then(|text| text.strip_suffix('"'))
}

/// `a`, `b`, … `aa`, …, but for those that are taken.
fn short_names<'a>(taken: &'a BTreeSet<&str>) -> impl Iterator<Item = String> + 'a {
    let letters = || ('a'..='z').chain('A'..='Z');
    let one = letters().map(String::from);
    let two = letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    let three = letters().flat_map(move |a| {
        letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}")))
    });
    let free = |name: &String| !taken.contains(name.as_str()) && !RESERVED.contains(&name.as_str());
    one.chain(two).chain(three).filter(free)
}

fn renamed<'a>(tokens: &[Token<'a>], called: &Names<'a>, declared: &Names<'a>) -> Vec<Token<'a>> {
    let new = |at: usize| {
        let token = tokens[at];
        if at > 1 && tokens[at - 1].is(".") {
            return called.get(token.text).filter(|_| is_exports(tokens, at - 2)).copied();
        }
        declared.get(token.text).filter(|_| !is_key(tokens, at)).copied()
    };
    (0..tokens.len())
        .map(|at| match new(at) {
            Some(text) if tokens[at].kind == Kind::Word => Token { text, ..tokens[at] },
            _ => tokens[at],
        })
        .collect()
}

/// `{name: …}`
fn is_key(tokens: &[Token<'_>], at: usize) -> bool {
    let begins = at > 0 && (tokens[at - 1].is("{") || tokens[at - 1].is(","));
    begins && tokens.get(at + 1).is_some_and(|next| next.is(":"))
}

/// Whether it is never a key and a value at once, as in `{name}` and `{…, name}`.
fn is_only_a_name(tokens: &[Token<'_>], name: &str) -> bool {
    !tokens.windows(3).any(|t| {
        let (opens, closes) = (t[0].is("{"), t[2].is("}"));
        t[1].is(name) && (opens && (closes || t[2].is(",")) || closes && t[0].is(","))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::wasm::format::{write_bytes, write_leb};

    const JS: &str = "
        export class Unused { free() { wasm.__wbg_unused_free(0); } }
        const UnusedFinalization = new FinalizationRegistry(p => wasm.__wbg_unused_free(p));
        function __wbg_get_imports() {
            const import0 = {
                __proto__: null,
                __wbg_log_1e5a: function(arg0) { helper({helper: wasm.memory}, a => wasm.free_h57(a, arg0)); },
                __wbg_gone_77aa: function() { return gone(); },
            };
            return { __proto__: null, \"./page_bg.js\": import0 };
        }
        function helper(arg) { text.free_h57 = 'wasm.free_h57'; }
        function gone() { wasm.gone(); }
        let text = 1;
        text.decode();
        unused.decode();
        let unused = 1;
        let wasmModule, wasm;
        async function __wbg_init() { wasm = 1; gone(); }
        export { initSync, __wbg_init as default };
    ";

    /// A file with these functions as its imports and its exports.
    fn wasm(module: &str, imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |kind: u8, names: &[&str], modules: &[&str], end: &[u8]| {
            let mut content = Vec::new();
            write_leb(&mut content, names.len());
            for name in names {
                for module in modules {
                    write_bytes(&mut content, module.as_bytes());
                }
                write_bytes(&mut content, name.as_bytes());
                content.extend(end);
            }
            out.push(kind);
            write_bytes(&mut out, &content);
        };
        section(2, imports, &[module], &[0, 0]);
        section(7, exports, &[], &[0, 0]);
        out
    }

    const EXPORTS: &[&str] = &["memory", "free_h57", "__wbindgen_start", "__wbg_unused_free"];

    #[test]
    fn both_sides_get_the_same_names() {
        let mut glue = Glue::of(JS).expect("as wasm-bindgen writes it");
        glue.keep_imports(|name| name == "__wbg_log_1e5a");
        let old = wasm("./page_bg.js", &["__wbg_log_1e5a"], EXPORTS);
        let (js, new) = shortened(&glue, &old).expect("they fit");
        assert_eq!(new, wasm("a", &["b"], &["d", "c", "b"]));
        let (page, start) = js.split_once("async function").expect("there is a start");
        assert_eq!(
            page,
            "function b(arg){c.free_h57='wasm.free_h57';}let c=1;c.decode();let d,e;\
             function g(){const import0={__proto__:null,b:function(arg0)\
             {b({helper:e.d},a=>e.c(a,arg0));},};return{__proto__:null,a:import0};}\n"
        );
        assert!(start.contains("e=instance.exports;e.b();"), "{start}");
        assert!(start.trim_end().ends_with("as default};"), "{start}");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let glue = || Glue::of(JS).expect("as wasm-bindgen writes it");
        let exports = &[EXPORTS, &["gone"]].concat();
        for (module, import, exports, fits) in [
            ("./page_bg.js", "__wbg_log_1e5a", &exports[..], true),
            ("./page_bg.js", "__wbg_log_0000", exports, false),
            ("./other_bg.js", "__wbg_log_1e5a", exports, false),
            ("./page_bg.js", "__wbg_log_1e5a", EXPORTS, false),
        ] {
            let wasm = wasm(module, &[import], exports);
            assert_eq!(shortened(&glue(), &wasm).is_ok(), fits, "{module} {import}");
        }
        for (from, to) in [
            ("wasm.gone()", "wasm['gone']()"),
            ("const import0", "const import1"),
            ("./page_bg.js\": import0", "./page_bg.js\": import0, \"./b.js\": import1"),
            ("export class", "import * as b from './b.js'; export class"),
        ] {
            let source = JS.replace(from, to);
            assert!(Glue::of(&source).and_then(|glue| glue.exports()).is_err(), "{to}");
        }
    }
}
