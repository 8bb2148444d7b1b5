//! The health-word check: what an employer could learn about someone's health from a text. Pure.
