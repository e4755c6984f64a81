import type { Convention, ConventionCaisse, Partenaire, Prisma, Structure } from '@/lib/socle/prisma/client'
import { type Atelier, ilYA } from './atelier'
import type { Hasard } from './hasard'
import { rues } from './noms'
import { telephoneFictif } from './personne'

type ValeursStructure = Partial<Omit<Prisma.StructureCreateManyInput, 'id'>>
type ValeursPartenaire = Partial<Omit<Prisma.PartenaireCreateManyInput, 'id'>> & {
  structures?: ValeursStructure[]
  contacts?: Omit<Prisma.ContactPartenaireCreateManyInput, 'id' | 'partenaireId'>[]
}

/** A partenaire and its structures: one, that bears its name, unless several are given. */
export async function fabriquePartenaire(
  atelier: Atelier,
  valeurs: ValeursPartenaire = {},
): Promise<Partenaire & { structure: Structure; structures: Structure[] }> {
  const { tx, hasard, maintenant } = atelier
  const { structures: voulues = [{}], contacts = [], ...colonnes } = valeurs
  const suffixe = hasard.chiffres(6)
  const partenaire = await tx.partenaire.create({
    data: {
      id: hasard.uuid(maintenant),
      nom: `CCAS d’essai ${suffixe}`,
      type: 'ccas',
      siret: siretFictif(hasard),
      adresse: `${hasard.entier(1, 80)} ${hasard.choisir(rues)}`,
      codePostal: '00000',
      ville: 'Orvelle',
      telephone: telephoneFictif(hasard),
      nombreMembres: 8,
      domaines: [`ccas-${suffixe}.example`],
      creeLe: maintenant,
      ...colonnes,
    },
  })
  const structures: Structure[] = []
  for (const structure of voulues) {
    const heritage = { nom: partenaire.nom, nombreMembres: partenaire.nombreMembres }
    structures.push(await fabriqueStructure(atelier, { partenaireId: partenaire.id, ...heritage, ...structure }))
  }
  await tx.contactPartenaire.createMany({
    data: contacts.map((contact) => ({ id: hasard.uuid(maintenant), partenaireId: partenaire.id, ...contact })),
  })
  const [structure] = structures
  if (!structure) throw new Error('Un partenaire a au moins une structure.')
  return { ...partenaire, structure, structures }
}

/** A territorial unit of a partenaire. */
export function fabriqueStructure(
  { tx, hasard, maintenant }: Atelier,
  valeurs: ValeursStructure & { partenaireId: string },
): Promise<Structure> {
  return tx.structure.create({
    data: { id: hasard.uuid(maintenant), nom: `Unité ${hasard.chiffres(4)}`, nombreMembres: 8, ...valeurs },
  })
}

type ValeursConvention = Partial<Omit<Prisma.ConventionCreateManyInput, 'id'>> & {
  partenaireId: string
  /** The part of each caisse: in force since its effect date unless said otherwise. */
  caisses: (Partial<Omit<Prisma.ConventionCaisseCreateManyInput, 'id' | 'conventionId'>> & { caisseId: string })[]
  signataires?: Omit<Prisma.SignataireCreateManyInput, 'id' | 'conventionId'>[]
}

/** A convention métier and, for each caisse, the convention d'utilisation that hangs on it. In force for a year by default. */
export async function fabriqueConvention(
  atelier: Atelier,
  valeurs: ValeursConvention,
): Promise<Convention & { caisses: ConventionCaisse[] }> {
  const { tx, hasard, maintenant } = atelier
  const { caisses, signataires = [], ...colonnes } = valeurs
  const effetLe = (colonnes.effetLe as Date | undefined) ?? ilYA(atelier, 365)
  const signeeLe = new Date(effetLe.getTime() - 40 * 86_400_000)
  const convention = await tx.convention.create({
    data: {
      id: hasard.uuid(maintenant),
      intitule: 'Accès aux droits et aux soins',
      effetLe,
      creeeLe: signeeLe,
      partenaireSigneLe: caisses.some(({ etat }) => etat !== 'brouillon') ? signeeLe : null,
      ...colonnes,
    },
  })
  const { id: conventionId, partenaireId } = convention
  const parts: ConventionCaisse[] = []
  for (const part of caisses)
    parts.push(
      await tx.conventionCaisse.create({
        data: {
          id: hasard.uuid(maintenant),
          conventionId,
          partenaireId,
          etat: 'en_vigueur',
          signeeLe,
          utilisationSigneeLe: signeeLe,
          utilisationEffetLe: effetLe,
          causeFin: part.finLe ? causesFin[part.etat ?? ''] : null,
          ...part,
        },
      }),
    )
  await tx.signataire.createMany({
    data: signataires.map((signataire) => ({ id: hasard.uuid(maintenant), conventionId, signeeLe, ...signataire })),
  })
  await tx.evenementConvention.createMany({ data: parts.flatMap((part) => histoire(hasard, part)) })
  return { ...convention, caisses: parts }
}

const causesFin: Record<string, string> = {
  denoncee: 'denonciation',
  resiliee: 'resiliation',
  echue: 'terme',
  signee: 'terme',
  en_vigueur: 'terme',
}

/** A dénonciation is given some time before the notice begins. */
const avantLaFin: Record<string, number> = { denoncee: 112, resiliee: 30, echue: 0 }

/** Each transition is dated and justified; nobody is its author. */
function histoire(hasard: Hasard, { conventionId, caisseId, ...part }: ConventionCaisse) {
  const ligne = (type: string, le: Date | null, justification?: string | null) =>
    le ? [{ id: hasard.uuid(le), conventionId, caisseId, type, le, justification }] : []
  const jours = avantLaFin[part.etat]
  const finDecidee = part.finLe && jours !== undefined ? new Date(part.finLe.getTime() - jours * 86_400_000) : null
  if (part.etat === 'brouillon') return []
  return [
    ...ligne('signee', part.signeeLe),
    ...ligne('prise_effet', part.utilisationEffetLe),
    ...ligne('mise_en_demeure', part.miseEnDemeureLe, part.motifFin),
    ...ligne(part.etat, finDecidee, part.motifFin),
  ]
}

/** A number in the form of a SIRET, with its right key, that no organisation has: it begins with 000. */
export function siretFictif(hasard: Hasard): string {
  const treize = `000${hasard.chiffres(10)}`
  const somme = [...treize].reduce((total, chiffre, rang) => {
    const double = Number(chiffre) * (rang % 2 === 0 ? 2 : 1)
    return total + (double > 9 ? double - 9 : double)
  }, 0)
  return treize + String((10 - (somme % 10)) % 10)
}
