/** The beginning of the body of a request, as text: the rest is not waited for, whatever its size. `octets`: at most. */
export async function lireDebut(requete: Request, octets: number): Promise<string> {
  const lecteur = requete.body?.getReader()
  if (!lecteur) return ''
  const decodeur = new TextDecoder()
  let texte = ''
  for (let reste = octets; reste > 0; ) {
    const { done, value } = await lecteur.read()
    if (done) break
    texte += decodeur.decode(value.subarray(0, reste), { stream: true })
    reste -= value.length
  }
  // Not waited for: the sender may never stop.
  lecteur.cancel().catch(() => undefined)
  return texte
}
