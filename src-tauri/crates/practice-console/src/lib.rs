//! A Console to practise with.
