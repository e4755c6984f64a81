import type { Caisse, Prisma } from '@/lib/socle/prisma/client'
import type { Atelier } from './atelier'
import { rues } from './noms'

type ValeursCaisse = Partial<Omit<Prisma.CaisseCreateManyInput, 'id'>> & {
  reglages?: Partial<Prisma.ReglagesCaisseCreateManyInput>
  delais?: Omit<Prisma.DelaiPrestationCreateManyInput, 'caisseId'>[]
  contacts?: Omit<Prisma.ContactCaisseCreateManyInput, 'id' | 'caisseId' | 'ordre'>[]
  services?: Omit<Prisma.ServiceCaisseCreateManyInput, 'caisseId'>[]
  motifs?: Omit<Prisma.MotifCaisseCreateManyInput, 'caisseId'>[]
}

const lieux = ['Val-Clair', 'Haute-Brume', 'Pays-d’Orvelle', 'Trois-Gués', 'Côte-Grise', 'Bois-Doré', 'Plaine-Salée']

/** A caisse with its settings: those of the schema, unless said otherwise. */
export async function fabriqueCaisse(atelier: Atelier, valeurs: ValeursCaisse = {}): Promise<Caisse> {
  const { tx, hasard, maintenant } = atelier
  const { reglages, delais = [], contacts = [], services = [], motifs = [], ...colonnes } = valeurs
  const id = hasard.uuid(maintenant)
  const caisseId = id
  // Three digits are soon drawn twice.
  let code = hasard.chiffres(3)
  while ((await tx.caisse.count({ where: { code } })) > 0) code = hasard.chiffres(3)
  const caisse = await tx.caisse.create({
    data: {
      id,
      code,
      nom: `CPAM ${hasard.choisir(lieux)} ${hasard.chiffres(4)}`,
      adresse: `${hasard.entier(1, 80)} ${hasard.choisir(rues)}`,
      codePostal: '00000',
      ville: 'Orvelle',
      departements: ['14'],
      creeeLe: maintenant,
      ...colonnes,
    },
  })
  await tx.reglagesCaisse.create({ data: { caisseId, ...reglages } })
  const fils = <T>(lignes: readonly T[]) =>
    lignes.map((ligne, ordre) => ({ id: hasard.uuid(maintenant), caisseId, ordre, ...ligne }))
  await tx.delaiPrestation.createMany({ data: delais.map((delai) => ({ caisseId, ...delai })) })
  await tx.contactCaisse.createMany({ data: fils(contacts) })
  await tx.serviceCaisse.createMany({ data: services.map((service) => ({ caisseId, ...service })) })
  await tx.motifCaisse.createMany({ data: motifs.map((motif) => ({ caisseId, ...motif })) })
  return caisse
}
