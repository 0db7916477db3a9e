/** Works something out once for each object, for as long as there is one. */
export const onceFor = <Of extends object, Value>(make: (of: Of) => Value): ((of: Of) => Value) => {
  const known = new WeakMap<Of, { readonly value: Value }>()
  return (of) => {
    const found = known.get(of) ?? { value: make(of) }
    known.set(of, found)
    return found.value
  }
}
