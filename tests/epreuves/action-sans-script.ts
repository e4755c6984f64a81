/** A browser without JavaScript, reduced to what a form needs: a cookie, a page, and its hidden fields sent back. */
export type Client = { url: string; cookie: string }

/** Hidden and technical fields of the form that contains `repere`, as the page holds them. */
export async function lireFormulaire({ url, cookie }: Client, chemin: string, repere: string): Promise<FormData> {
  const reponse = await fetch(url + chemin, { headers: { cookie }, redirect: 'manual' })
  if (reponse.status !== 200) throw new Error(`${chemin} répond ${reponse.status}`)
  const html = await reponse.text()
  const formulaire = [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)]
    .map(([, contenu]) => contenu ?? '')
    .find((contenu) => contenu.includes(repere))
  if (!formulaire) throw new Error(`${chemin} n’a pas de formulaire « ${repere} »`)
  const donnees = new FormData()
  for (const [champ] of formulaire.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    donnees.append(attribut(champ, 'name'), attribut(champ, 'value'))
  return donnees
}

/** Sends a form; gives the status and where the answer leads. */
export async function envoyerFormulaire(
  { url, cookie }: Client,
  chemin: string,
  donnees: FormData,
): Promise<{ statut: number; vers: string | null }> {
  const reponse = await fetch(url + chemin, {
    method: 'POST',
    body: donnees,
    headers: { cookie, origin: url },
    redirect: 'manual',
  })
  await reponse.arrayBuffer()
  return { statut: reponse.status, vers: reponse.headers.get('location') }
}

function attribut(champ: string, nom: string): string {
  const valeur = new RegExp(`${nom}="([^"]*)"`).exec(champ)?.[1] ?? ''
  return valeur
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
