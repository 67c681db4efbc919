//! Entente, the page: mounts the application.

#![allow(unreachable_pub)] // a program has no outside

mod about;
mod address;
mod agreements;
mod api;
mod app;
mod browser;
mod citation;
mod copy;
mod corpus;
mod drawing;
mod effect;
mod entities;
mod facets;
mod files;
mod i18n;
mod icons;
mod keys;
mod language;
mod map;
mod marked;
mod meetings;
mod menu;
mod more;
mod nothing_found;
mod reader;
mod reports;
mod search_box;
mod share;
mod sides;
mod state;
mod tabs;
mod theme;
mod thread;
mod timeline;
mod views;

fn main() {
    app::mount();
}
