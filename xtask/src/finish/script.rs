//! The script of wasm-bindgen, minified by oxc.
//!
//! Trunk's own minifier cannot read `export { initSync, __wbg_init as default };`, says so and
//! leaves the script as it is.

use anyhow::{Error, Result};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The module in as few bytes as oxc can do; its exports keep their names.
///
/// # Errors
/// When it is not JavaScript.
pub fn minified(module: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, module, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        return Err(Error::msg(format!("the script of wasm-bindgen cannot be read: {error}")));
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&program);
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_keep_their_names() {
        let module = "// Greets.\nfunction greet(person) {\n  return `Hello ${person}`;\n}\n\
                      export { greet as default };\n";
        let minified = minified(module).expect("JavaScript");
        assert!(minified.len() < module.len() - 30, "{minified}");
        assert!(minified.contains(" as default"), "{minified}");
    }

    #[test]
    fn what_is_no_script_is_refused() {
        let told = minified("export {").expect_err("unfinished").to_string();
        assert!(told.contains("cannot be read"), "{told}");
    }
}
