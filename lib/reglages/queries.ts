import { exigerCaisseReglee } from '@/lib/reglages/caisse-reglee'
import { type Changement, comparer } from '@/lib/reglages/comparer'
import { effetsDesCloses } from '@/lib/reglages/effets-des-closes'
import { lireReglages } from '@/lib/reglages/lire-reglages'
import { type Effet, type Section, sections } from '@/lib/reglages/modele'
import { lirePortee } from '@/lib/reglages/portee'
import { lireSection, saisieDesValeurs } from '@/lib/reglages/section-tapee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import { sectionReglee } from '@/lib/reglages/sections/registre'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { dateAParis } from '@/lib/socle/temps'

/** The settings of a caisse in words, section by section, with what its motifs and contacts come to. */
export function reglagesEnMots(acteur: Acteur, caisseId: string) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version, reglages } = await lireReglages(tx, caisseId)
    const contacts = await tx.contactCaisse.findMany({
      where: { caisseId },
      orderBy: [{ ordre: 'asc' }, { id: 'asc' }],
    })
    const reglees = await tx.motifCaisse.findMany({ where: { caisseId }, select: { actif: true, libelle: true } })
    const propres = await tx.motif.count({ where: { caisseId, actif: true } })
    return {
      caisse,
      version,
      sections: sections.map((section) => ({ section, lignes: sectionReglee(section).lignes(reglages) })),
      contacts,
      motifs: {
        caches: reglees.filter(({ actif }) => !actif).length,
        renommes: reglees.filter(({ libelle }) => libelle !== null).length,
        propres,
      },
    }
  })
}

export type ReglagesEnMots = Awaited<ReturnType<typeof reglagesEnMots>>

/** One section, as its form shows it. */
export function sectionAModifier(acteur: Acteur, caisseId: string, section: Section) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version, reglages } = await lireReglages(tx, caisseId)
    return { caisse, version, section, valeurs: sectionReglee(section).valeurs(reglages) }
  })
}

type Verification = { caisse: { id: string; nom: string }; version: number; section: Section } & (
  | { erreurs: Record<string, string> }
  | { erreurs?: undefined; changements: Changement[]; effets: Effet[] }
)

/** «Voir ce que cela change»: what was typed beside what is set today, and what it touches. Writes nothing. */
export function verifierSection(
  acteur: Acteur,
  { caisseId, section, valeurs }: { caisseId: string; section: Section; valeurs: Valeurs },
  maintenant = new Date(),
): Promise<Verification> {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    exigerCaisseReglee(acteur, caisseId)
    const { caisse, version, reglages: avant } = await lireReglages(tx, caisseId)
    const lecture = lireSection(section, saisieDesValeurs(valeurs))
    if (lecture.erreurs) return { caisse, version, section, erreurs: lecture.erreurs }
    const definition = sectionReglee(section)
    const apres = { ...avant, ...lecture.valeurs }
    const changements = comparer(definition.lignes(avant), definition.lignes(apres))
    if (changements.length === 0) return { caisse, version, section, changements, effets: [] }
    const portee = await lirePortee(tx, caisseId)
    const effets = [
      ...definition.effets(avant, apres, portee, dateAParis(maintenant)),
      ...(await effetsDesCloses(tx, caisseId, avant, apres, maintenant)),
    ]
    return { caisse, version, section, changements, effets }
  })
}
