//! What weighs for a person, in words: data for a picture, and the same in words beside it.

/// A consideration with its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The consideration.
    pub text: String,
    /// How much it weighs for the person, 1 to 3.
    pub weight: u8,
    /// The same in words: "weighs heavily". Stands beside any picture of the weight, so that no writer needs one.
    pub said: String,
}

/// What speaks for an option, or against it; the heaviest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightSide {
    /// "For", or "against".
    pub label: String,
    /// The considerations; none where nothing weighs.
    pub items: Vec<Weighed>,
    /// What stands where nothing weighs.
    pub nothing: String,
}

/// An option with both its sides. All options of a block are equal in place, size and detail; nothing is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightColumn {
    /// The option.
    pub label: String,
    /// For, then against.
    pub sides: [WeightSide; 2],
}
