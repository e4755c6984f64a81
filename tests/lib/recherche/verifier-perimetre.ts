import pg from 'pg'
import { normaliser } from '@/lib/demandes/regles'
import type { AtelierOuvert } from '@/prisma/seed/fabriques/atelier'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'

type Connue = { id: string; caisseId: string; structureId: string; noms: string[]; reference: string }
type Reglages = { agent?: string; structure?: string; caisses?: string[] }

/** Words that stand nowhere else: what finds them is known without a second search engine. */
const SEULS = { message: 'zibelinade', note: 'quorinthal', retire: 'vexillaire' }

/**
 * Asks the database itself, under the role of the web process, with every kind of perimeter a transaction can be given, forged ones
 * included, and holds each answer against what the rows say.
 * @returns how many answers were held
 */
export async function verifierPerimetre(atelier: AtelierOuvert, urlWeb: string, nombre: number): Promise<number> {
  const { tx, hasard } = atelier
  const mondes = [await fabriquePartenariat(atelier), await fabriquePartenariat(atelier)]
  for (const { cadre, agent } of mondes)
    for (let rang = 0; rang < 40; rang += 1)
      await fabriqueDemande(atelier, cadre, {
        agent,
        etat: hasard.choisir(['transmise', 'prise_en_charge', 'traitee'] as const),
      })
  // One partenaire files at both caisses.
  const [ici, ailleurs] = mondes as [(typeof mondes)[0], (typeof mondes)[0]]
  for (let rang = 0; rang < 20; rang += 1)
    await fabriqueDemande(
      atelier,
      { ...ici.cadre, caisse: ailleurs.cadre.caisse },
      { agent: ailleurs.agent, etat: 'prise_en_charge' },
    )
  const lues = await tx.demande.findMany()
  await tx.message.createMany({
    data: lues.flatMap(({ id, caisseId, structureId, auteurId }) => {
      const commun = { demandeId: id, caisseId, structureId, auteurId }
      return [
        { ...commun, cote: 'caisse', texte: `Reçu, ${SEULS.message}.` },
        { ...commun, cote: 'caisse', interne: true, texte: `À voir : ${SEULS.note}` },
        { ...commun, cote: 'partenaire', texte: `Erreur, ${SEULS.retire}`, retireLe: null },
      ]
    }),
  })
  await tx.message.updateMany({ where: { texte: { contains: SEULS.retire } }, data: { retireLe: new Date() } })
  const connues: Connue[] = lues.map(({ id, caisseId, structureId, nomNaissance, prenom, reference }) => ({
    id,
    caisseId,
    structureId,
    reference,
    noms: normaliser(`${nomNaissance ?? ''} ${prenom ?? ''}`)
      .split(' ')
      .filter((mot) => mot.length > 2),
  }))
  const perimetres = reglagesPossibles(
    mondes.map(({ caisse, structure }) => ({ caisse: caisse.id, structure: structure.id })),
  )
  const client = new pg.Client({ connectionString: urlWeb })
  await client.connect()
  try {
    for (let tour = 0; tour < nombre; tour += 1) {
      const visee = hasard.choisir(connues)
      const reglages = hasard.choisir(perimetres)
      const { texte, attendues } = questionSur(visee, connues, (liste) => hasard.choisir(liste))
      const trouvees = await chercher(client, reglages, texte)
      const visibles = new Set(connues.filter((demande) => estVisible(demande, reglages)).map(({ id }) => id))
      const dehors = trouvees.filter((id) => !visibles.has(id))
      if (dehors.length > 0) throw new Error(`« ${texte} » sort du périmètre ${JSON.stringify(reglages)}`)
      const manquantes = attendues(reglages).filter((id) => visibles.has(id) && !trouvees.includes(id))
      if (manquantes.length > 0)
        throw new Error(`« ${texte} » ne trouve pas ${manquantes[0]} dans ${JSON.stringify(reglages)}`)
      if (texte === SEULS.retire && trouvees.length > 0) throw new Error('Un message retiré est trouvé.')
      if (texte === SEULS.note && !reglages.agent && trouvees.length > 0)
        throw new Error('Une note est trouvée par le partenaire.')
    }
  } finally {
    await client.end()
  }
  return nombre
}

function reglagesPossibles(mondes: { caisse: string; structure: string }[]): Reglages[] {
  const caisses = mondes.map(({ caisse }) => caisse)
  const [ici, ailleurs] = mondes as [{ caisse: string; structure: string }, { caisse: string; structure: string }]
  const inconnu = '00000000-0000-4000-8000-000000000000'
  return [
    ...mondes.flatMap(({ caisse, structure }) => [
      { agent: caisse },
      { structure, caisses: [caisse] },
      { structure, caisses },
      // A structure without an open caisse, or with that of others; a caisse without a structure; both sides at once.
      { structure },
      { structure, caisses: [inconnu] },
      { agent: caisse, structure, caisses },
    ]),
    { structure: ici.structure, caisses: [ailleurs.caisse] },
    { caisses },
    { agent: inconnu },
    {},
  ]
}

/** The rule of the domain, written a second time. */
function estVisible({ caisseId, structureId }: Connue, { agent, structure, caisses }: Reglages): boolean {
  if (agent) return caisseId === agent
  return structureId === structure && (caisses ?? []).includes(caisseId)
}

function questionSur(visee: Connue, connues: Connue[], choisir: <T>(liste: readonly T[]) => T) {
  const toutes = () => connues.map(({ id }) => id)
  const [premier = 'martin', ...suite] = visee.noms
  const nomEntier = visee.noms.length > 0 ? [visee.id] : []
  return choisir<{ texte: string; attendues: (reglages: Reglages) => string[] }>([
    { texte: [...suite, premier].join(' '), attendues: () => nomEntier },
    { texte: visee.noms.join('-').toUpperCase(), attendues: () => nomEntier },
    { texte: premier, attendues: () => nomEntier },
    { texte: premier.slice(0, 4), attendues: () => [] },
    { texte: visee.reference, attendues: () => [visee.id] },
    { texte: visee.reference.slice(3), attendues: () => [visee.id] },
    { texte: SEULS.message, attendues: toutes },
    { texte: `${premier} ${SEULS.message}`, attendues: () => nomEntier },
    { texte: SEULS.note, attendues: ({ agent }) => (agent ? toutes() : []) },
    { texte: SEULS.retire, attendues: () => [] },
    { texte: `${premier}' OR 1=1 --`, attendues: () => [] },
    {
      texte: choisir(['c2s', 'rendez-vous', 'a', '%', '!!', "'", '=', ':*', '\\', '( | &', 'é\u0301', '🙂']),
      attendues: () => [],
    },
  ])
}

async function chercher(client: pg.Client, { agent = '', structure = '', caisses = [] }: Reglages, texte: string) {
  await client.query('BEGIN')
  await client.query(
    `SELECT set_config('ep.agent', $1, true), set_config('ep.structure', $2, true), set_config('ep.caisses', $3, true)`,
    [agent, structure, caisses.join(',')],
  )
  const { rows } = await client.query<{ id: string }>('SELECT id FROM ep_rechercher($1, NULL, NULL, NULL, NULL, 500)', [
    texte,
  ])
  await client.query('COMMIT')
  return rows.map(({ id }) => id)
}
