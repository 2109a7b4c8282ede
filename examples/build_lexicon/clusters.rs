//! K-means on the unit sphere, on two threads, the same at every run.

use std::thread;

/// The passes over all points; the classes hardly move after twenty.
const PASSES: usize = 20;

/// A vector at length 1.
pub fn unit(vector: &[f32]) -> Vec<f32> {
    let norm = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.iter().map(|x| x / norm).collect()
}

/// The centres of `count` clusters, and for each point the cluster it is in.
pub fn k_means(points: &[Vec<f32>], count: usize) -> (Vec<Vec<f32>>, Vec<usize>) {
    // The points come by frequency, so the first ones of a stride cover every part of the list.
    let stride = (points.len() / count).max(1);
    let mut centres: Vec<Vec<f32>> = (0..count)
        .map(|i| points[(i * stride) % points.len()].clone())
        .collect();
    let mut assignment = vec![0; points.len()];
    for _ in 0..PASSES {
        assign(points, &centres, &mut assignment);
        let mut sums = vec![vec![0.0; points[0].len()]; count];
        for (point, &cluster) in points.iter().zip(&assignment) {
            sums[cluster]
                .iter_mut()
                .zip(point)
                .for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            // A cluster that lost all its points stays where it was.
            if sum.iter().any(|&x| x != 0.0) {
                *centre = unit(&sum);
            }
        }
    }
    assign(points, &centres, &mut assignment);
    (centres, assignment)
}

/// Puts every point into the cluster of the nearest centre.
fn assign(points: &[Vec<f32>], centres: &[Vec<f32>], assignment: &mut [usize]) {
    let half = points.len().div_ceil(2).max(1);
    thread::scope(|scope| {
        for (points, assignment) in points.chunks(half).zip(assignment.chunks_mut(half)) {
            scope.spawn(move || {
                for (point, cluster) in points.iter().zip(assignment) {
                    *cluster = nearest(point, centres);
                }
            });
        }
    });
}

fn nearest(point: &[f32], centres: &[Vec<f32>]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (index, centre) in centres.iter().enumerate() {
        let likeness = dot(point, centre);
        if likeness > best.1 {
            best = (index, likeness);
        }
    }
    best.0
}

/// The inner product, in lanes that the compiler turns into vector instructions.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0; 8];
    let (a_chunks, a_rest) = a.as_chunks::<8>();
    let (b_chunks, b_rest) = b.as_chunks::<8>();
    for (x, y) in a_chunks.iter().zip(b_chunks) {
        for lane in 0..8 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f32>() + rest
}
