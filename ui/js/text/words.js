/**
 * What a translation must have: the same names, the same parameters, the same shapes; only the words differ.
 *
 * @template T
 * @typedef {T extends string ? string
 *   : T extends (...given: infer A) => infer R ? (...given: A) => Words<R>
 *   : { [K in keyof T]: Words<T[K]> }} Words
 * @module
 */
export {};
