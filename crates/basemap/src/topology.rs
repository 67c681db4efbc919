//! TopoJSON: coasts and borders as chains of degrees.
//!
//! An arc is stored once, and the shapes on both of its sides name it: that is how a line
//! shared by two countries is known.

use anyhow::{Context, Error, Result};
use entente_geo::LonLat;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Arcs, and the shapes made of them.
pub(super) struct Topology {
    arcs: Vec<Vec<LonLat>>,
    shapes: Vec<Shape>,
}

/// A line of which countries lie on both sides.
pub(super) struct Shared {
    /// Their names, in order.
    pub(super) between: [String; 2],
    /// From one end to the other.
    pub(super) line: Vec<LonLat>,
    /// Whether the line begins and ends at a coast.
    pub(super) coast: [bool; 2],
}

struct Shape {
    name: String,
    /// Of arcs; a number below zero is an arc from its end, `!number`.
    rings: Vec<Vec<i32>>,
}

impl Topology {
    /// Reads a file of the package; `object` names the collection of its shapes.
    ///
    /// # Errors
    /// When it is not TopoJSON or has no such collection.
    pub(super) fn read(json: &[u8], object: &str) -> Result<Self> {
        let mut file: File =
            serde_json::from_slice(json).with_context(|| "this is no TopoJSON".to_owned())?;
        let missing = || Error::msg(format!("the TopoJSON has no collection `{object}`"));
        let collection = file.objects.remove(object).ok_or_else(missing)?;
        let arcs: Vec<_> = file.arcs.iter().map(|arc| file.transform.places(arc)).collect();
        let shapes: Vec<_> = collection.geometries.into_iter().map(Geometry::shape).collect();
        let known = |&arc: &i32| arcs.get(index(arc)).is_some_and(|arc| arc.len() > 1);
        if shapes.iter().flat_map(|shape| shape.rings.iter().flatten()).all(known) {
            Ok(Self { arcs, shapes })
        } else {
            Err(Error::msg("the TopoJSON names arcs that it does not have"))
        }
    }

    /// Every ring with the name of its shape; the last place is the first again.
    pub(super) fn rings(&self) -> impl Iterator<Item = (&str, Vec<LonLat>)> {
        self.shapes.iter().flat_map(move |shape| {
            shape.rings.iter().map(move |ring| (shape.name.as_str(), self.ring(ring)))
        })
    }

    fn ring(&self, ring: &[i32]) -> Vec<LonLat> {
        let mut places: Vec<LonLat> = Vec::new();
        for &arc in ring {
            // Where the last one ended this one begins.
            places.pop();
            let line = &self.arcs[index(arc)];
            if arc < 0 {
                places.extend(line.iter().rev());
            } else {
                places.extend(line);
            }
        }
        places
    }

    /// The arcs with two shapes. One ends at a coast where arcs with one shape do, and none
    /// with two goes on.
    pub(super) fn shared(&self) -> Vec<Shared> {
        let mut owners: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); self.arcs.len()];
        for shape in &self.shapes {
            for &arc in shape.rings.iter().flatten() {
                owners[index(arc)].insert(&shape.name);
            }
        }
        let of = |count: usize| {
            let arcs = owners.iter().zip(&self.arcs);
            arcs.filter(move |(owners, _)| owners.len() == count).flat_map(|(_, arc)| ends(arc))
        };
        let coast: BTreeSet<_> = of(1).collect();
        let mut lines = BTreeMap::<_, u32>::new();
        of(2).for_each(|end| *lines.entry(end).or_default() += 1);
        let last = |end| coast.contains(&end) && lines.get(&end) == Some(&1);
        let shared = owners.iter().zip(&self.arcs).filter(|(owners, _)| owners.len() == 2);
        let shared = shared.filter_map(|(owners, line)| {
            let mut owners = owners.iter().map(|&name| name.to_owned());
            let between = [owners.next()?, owners.next()?];
            Some(Shared { between, line: line.clone(), coast: ends(line).map(last) })
        });
        shared.collect()
    }
}

/// Both ends of an arc, as something that has an order.
fn ends(arc: &[LonLat]) -> [[u64; 2]; 2] {
    [arc[0], arc[arc.len() - 1]].map(|place| [place.longitude.to_bits(), place.latitude.to_bits()])
}

fn index(arc: i32) -> usize {
    arc.max(!arc) as usize
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    arcs: Vec<Vec<[i32; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    properties: Properties,
    #[serde(flatten)]
    arcs: Arcs,
}

#[derive(Deserialize, Default)]
struct Properties {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Transform {
    /// The places of an arc, whose points are told as steps.
    fn places(&self, arc: &[[i32; 2]]) -> Vec<LonLat> {
        let mut at = [0, 0];
        let degrees = |at: [i32; 2], axis: usize| {
            f64::from(at[axis]) * self.scale[axis] + self.translate[axis]
        };
        let place = |step: &[i32; 2]| {
            at = [at[0] + step[0], at[1] + step[1]];
            LonLat {
                longitude: degrees(at, 0).clamp(-180.0, 180.0),
                latitude: degrees(at, 1).clamp(-90.0, 90.0),
            }
        };
        arc.iter().map(place).collect()
    }
}

impl Geometry {
    fn shape(self) -> Shape {
        let rings = match self.arcs {
            Arcs::Polygon(rings) => rings,
            Arcs::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        Shape { name: self.properties.name, rings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side: arc 0 is the line between them.
    const SQUARES: &str = r#"{
        "transform": {"scale": [0.5, 1.0], "translate": [10.0, 0.0]},
        "arcs": [[[2, 0], [0, 1]], [[2, 1], [-2, 0], [0, -1], [2, 0]], [[2, 0], [2, 0], [0, 1], [-2, 0]]],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
            {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "East"}}
        ]}}
    }"#;

    #[test]
    fn a_line_of_two_countries_is_shared_and_its_ends_lie_at_the_coast() {
        let topology = Topology::read(SQUARES.as_bytes(), "countries").unwrap();
        let shared = topology.shared();
        assert_eq!(shared.len(), 1);
        assert_eq!(shared[0].between, ["East", "West"]);
        assert_eq!(shared[0].coast, [true, true]);
        let at = |longitude, latitude| LonLat { longitude, latitude };
        assert_eq!(shared[0].line, [at(11.0, 0.0), at(11.0, 1.0)]);
    }

    #[test]
    fn rings_are_put_together_from_arcs_in_both_directions() {
        let topology = Topology::read(SQUARES.as_bytes(), "countries").unwrap();
        for (name, ring) in topology.rings() {
            assert_eq!((ring.len(), ring.first()), (5, ring.last()), "{name}");
        }
    }

    #[test]
    fn what_is_no_topology_is_refused() {
        let refused = |json: &str, object| Topology::read(json.as_bytes(), object).err();
        for (json, object) in
            [("{", "land"), (SQUARES, "land"), (&SQUARES.replace("[2, -1]", "[2, 9]"), "countries")]
        {
            assert!(refused(json, object).is_some(), "{json}");
        }
    }
}
