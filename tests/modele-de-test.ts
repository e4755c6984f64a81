import { clientAdmin, creerBase, preparerBase, type UrlsBase, urlsDe } from '@/lib/processus/preparer-base'
import { migrer } from '@/prisma/migrer'

const MODELE = 'ep_modele'

export type BasePretee = UrlsBase & { nom: string }
export type Modele = { copier(): Promise<BasePretee>; supprimer(nom: string): Promise<void> }

/** Migrates one database, then copies it for whoever asks: a copy takes a tenth of the time of a migration. */
export async function creerModele(urlAdmin: string): Promise<Modele> {
  const { migration } = await preparerBase(urlAdmin, MODELE)
  await migrer(migration)
  let rang = 0
  return {
    copier: async () => {
      const nom = `ep_essai_${++rang}`
      await clientAdmin(urlAdmin, (client) => creerBase(client, nom, MODELE))
      return { nom, ...urlsDe(urlAdmin, nom) }
    },
    supprimer: async (nom) => {
      if (!/^ep_essai_\d+$/.test(nom)) throw new Error(`Ce n’est pas une base d’essai : ${nom}`)
      await clientAdmin(urlAdmin, (client) => client.query(`DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`))
    },
  }
}
