/** A list in parts by what its members have in common, in the order in which each part begins. Node 20 has no own. */
export const by = <One, Key>(list: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> => {
  const parts = new Map<Key, One[]>()
  for (const one of list) {
    const key = keyOf(one)
    const part = parts.get(key)
    if (part) part.push(one)
    else parts.set(key, [one])
  }
  return parts
}
