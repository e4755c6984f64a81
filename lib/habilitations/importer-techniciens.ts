import { createHash } from 'node:crypto'
import { z } from 'zod'
import { inscrire, structurePourCreer } from '@/lib/habilitations/creer-compte'
import { doublon } from '@/lib/habilitations/doublons'
import { direFaute, type FauteImport, type LigneImport, lireImport } from '@/lib/habilitations/lire-import'
import { exigerPlaces, verrouillerPlaces } from '@/lib/habilitations/places'
import { verifierCourriel } from '@/lib/habilitations/regles'
import { schemaAttestations, schemaIdentite, type schemaImport } from '@/lib/habilitations/schema'
import { journaliser } from '@/lib/journal/ecrire'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { erreursParChamp } from '@/lib/socle/saisie'
import { ouvrirSceau, sceller } from '@/lib/socle/sceau'
import { lireTableur } from '@/lib/socle/tableur'
import { dateAParis } from '@/lib/socle/temps'

type Saisie = z.output<typeof schemaImport>

const DUREE_GAGE_MS = 2 * 3_600_000
const FAUTES_DITES = 60

/** What the dry run leaves in the page: the rows as read, sealed, since the file is kept nowhere. */
const schemaGage = z.object({
  structureId: z.string(),
  compteId: z.string(),
  le: z.number(),
  empreinte: z.string(),
  lignes: z.array(z.object({ ligne: z.number(), identite: schemaIdentite })),
})

type Gage = z.output<typeof schemaGage>

/** Several techniciens from one spreadsheet: a dry run that names each fault, then all of them or none. */
export function importerTechniciens(contexte: Contexte, saisie: Saisie): Promise<Suite> {
  return saisie.etape === 'essai' ? essayer(contexte, saisie) : creer(contexte, saisie)
}

async function essayer(contexte: Contexte, { fichier }: Saisie): Promise<Suite> {
  if (!fichier) throw new ErreurMetier('saisie', undefined, { fichier: 'Choisissez le fichier à vérifier' })
  const octets = new Uint8Array(await fichier.arrayBuffer())
  const { lignes, fautes } = lireImport(lireTableur(octets, fichier.name))
  const structure = await structureDe(contexte)
  refuser([...fautes, ...(await confronter(contexte, structure, lignes))])
  await exigerPlaces(contexte.tx, cadrePlaces(contexte, structure.id, lignes))
  const gage: Gage = {
    structureId: structure.id,
    compteId: contexte.acteur.compteId,
    le: contexte.maintenant.getTime(),
    empreinte: empreinteDe(octets),
    lignes,
  }
  return {
    donnees: { gage: sceller('import', gage) },
    message: 'Le fichier est bon. Relisez la liste, cochez les attestations, puis créez les comptes.',
    journal: { details: { essai: true, lignes: lignes.length } },
  }
}

async function creer(contexte: Contexte, { fichier, gage: scelle, attestations }: Saisie): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const structure = await structureDe(contexte)
  const gage = await lireGage(contexte, scelle, fichier)
  await verrouillerPlaces(tx, structure.id)
  const suite: Suite = { vers: `/equipe?fait=import&nombre=${gage.lignes.length}` }
  // A double click, or a page sent again: the accounts are there.
  if (await dejaFait(contexte, gage))
    return { ...suite, journal: { details: { deja: true, lignes: gage.lignes.length } } }
  const cochees = schemaAttestations.safeParse(attestations)
  if (!cochees.success) throw new ErreurMetier('saisie', undefined, prefixer(erreursParChamp(cochees.error)))
  refuser(await confronter(contexte, structure, gage.lignes))
  await exigerPlaces(tx, cadrePlaces(contexte, structure.id, gage.lignes))
  const identites = gage.lignes.map(({ identite }) => identite)
  for (const { id } of await inscrire(contexte, structure, 'technicien', identites))
    await journaliser(tx, {
      action: 'compte.cree',
      acteur,
      objetType: 'compte',
      objetId: id,
      details: { import: true },
    })
  return { ...suite, journal: { details: { lignes: gage.lignes.length, le: dateAParis(maintenant) } } }
}

const structureDe = (contexte: Contexte) =>
  structurePourCreer(contexte, 'technicien', contexte.acteur.structure?.id ?? '')

const cadrePlaces = ({ maintenant }: Contexte, structureId: string, lignes: LigneImport[]) => ({
  structureId,
  profil: 'technicien' as const,
  voulues: lignes.length,
  jour: dateAParis(maintenant),
})

const empreinteDe = (octets: Uint8Array) => createHash('sha256').update(octets).digest('base64url')

async function lireGage({ acteur, maintenant }: Contexte, scelle = '', fichier?: File): Promise<Gage> {
  const ouvert = schemaGage.safeParse(ouvrirSceau('import', scelle))
  const gage = ouvert.success ? ouvert.data : null
  const sien = gage && gage.compteId === acteur.compteId && gage.structureId === acteur.structure?.id
  if (!sien || maintenant.getTime() - gage.le > DUREE_GAGE_MS)
    throw new ErreurMetier('saisie', undefined, { fichier: 'Choisissez à nouveau le fichier, puis vérifiez-le' })
  if (fichier && empreinteDe(new Uint8Array(await fichier.arrayBuffer())) !== gage.empreinte)
    throw new ErreurMetier('saisie', undefined, {
      fichier: 'Ce fichier n’est plus celui qui a été vérifié\u00a0: vérifiez-le à nouveau',
    })
  return gage
}

/** What only the portal knows: the domains of the partenaire, and the accounts already there. */
async function confronter(
  { tx }: Contexte,
  structure: { id: string; partenaire: { domaines: string[] } },
  lignes: LigneImport[],
): Promise<FauteImport[]> {
  const fautes: FauteImport[] = []
  const cadre = { structureId: structure.id, profil: 'technicien' as const }
  for (const { ligne, identite } of lignes) {
    const message =
      verifierCourriel(identite.courriel, structure.partenaire.domaines) ?? (await doublon(tx, cadre, identite))
    if (message) fautes.push({ ligne, champ: 'courriel', message })
  }
  return fautes
}

function refuser(fautes: FauteImport[]): void {
  if (fautes.length === 0) return
  const triees = [...fautes].sort((a, b) => a.ligne - b.ligne)
  // Keys that lead to the field of the file, from the summary.
  const erreurs = Object.fromEntries(
    triees.slice(0, FAUTES_DITES).map((faute, rang) => [`fichier.${rang + 1}`, direFaute(faute)]),
  )
  const reste = triees.length - FAUTES_DITES
  if (reste > 0)
    erreurs['fichier.reste'] =
      `Et ${reste} autre${reste > 1 ? 's' : ''}\u00a0: corrigez d’abord ceux-ci, puis vérifiez à nouveau.`
  throw new ErreurMetier('saisie', undefined, erreurs)
}

const prefixer = (erreurs: Record<string, string>) =>
  Object.fromEntries(Object.entries(erreurs).map(([cle, message]) => [`attestations.${cle}`, message]))

async function dejaFait({ tx, acteur }: Contexte, { le, lignes, structureId }: Gage): Promise<boolean> {
  const courriels = lignes.map(({ identite }) => identite.courriel)
  const faits = await tx.compte.count({
    where: {
      structureId,
      profil: 'technicien',
      creeParId: acteur.compteId,
      creeLe: { gte: new Date(le) },
      courriel: { in: courriels },
      supprimeLe: null,
    },
  })
  return faits > 0 && faits === courriels.length
}
