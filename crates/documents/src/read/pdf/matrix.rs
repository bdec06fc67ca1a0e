//! Where things land on a page: affine maps of the plane.

/// The affine map `(x, y) -> (a x + c y + e, b x + d y + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// Leaves everything where it is.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by `(x, y)`.
    pub(super) const fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [na, nb, nc, nd, ne, nf]) = (self.0, next.0);
        Self([
            a * na + b * nc,
            a * nb + b * nd,
            c * na + d * nc,
            c * nb + d * nd,
            e * na + f * nc + ne,
            e * nb + f * nd + nf,
        ])
    }

    /// Where the point ends up.
    pub(super) fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Neither infinite nor undefined anywhere.
    pub(super) fn is_finite(self) -> bool {
        self.0.iter().all(|value| value.is_finite())
    }
}

/// A rectangle with `x0 <= x1` and `y0 <= y1`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x0: f64,
    pub(super) y0: f64,
    pub(super) x1: f64,
    pub(super) y1: f64,
}

impl Area {
    /// Holds no point; the start of a union.
    pub(super) const NOTHING: Self =
        Self { x0: f64::INFINITY, y0: f64::INFINITY, x1: f64::NEG_INFINITY, y1: f64::NEG_INFINITY };

    /// Where the rectangle `(x0, y0)` to `(x1, y1)` ends up, as an upright rectangle around it.
    pub(super) fn mapped(matrix: Matrix, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Self {
        let mut area = Self::NOTHING;
        for corner in [(x0, y0), (x1, y0), (x1, y1), (x0, y1)] {
            area.include(matrix.apply(corner));
        }
        area
    }

    /// Grows to hold the point.
    pub(super) fn include(&mut self, (x, y): (f64, f64)) {
        self.x0 = self.x0.min(x);
        self.y0 = self.y0.min(y);
        self.x1 = self.x1.max(x);
        self.y1 = self.y1.max(y);
    }

    /// What both hold.
    pub(super) fn cut(self, other: Self) -> Self {
        Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        }
    }

    /// Whether the point lies in it.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        self.x0 <= x && x <= self.x1 && self.y0 <= y && y <= self.y1
    }

    /// Its size in square points; 0 if it is empty or undefined.
    pub(super) fn size(&self) -> f64 {
        let size = (self.x1 - self.x0).max(0.0) * (self.y1 - self.y0).max(0.0);
        if size.is_finite() { size } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_apply_in_the_order_they_are_written() {
        let double = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(Matrix::moved(1.0, 0.0).then(double).apply((1.0, 1.0)), (4.0, 2.0));
        assert_eq!(double.then(Matrix::moved(1.0, 0.0)).apply((1.0, 1.0)), (3.0, 2.0));
    }

    #[test]
    fn an_empty_area_has_no_size() {
        assert_eq!(Area::NOTHING.size(), 0.0);
    }
}
