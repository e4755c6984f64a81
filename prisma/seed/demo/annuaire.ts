import { type Atelier, ilYA } from '../fabriques/atelier'

/** Each side of the directory was confirmed at some time; one partenaire is late, and gives an address by theme. */
export async function tenirAnnuaires(atelier: Atelier): Promise<void> {
  const { tx } = atelier
  const hasard = atelier.hasard.branche('annuaire')
  const caisses = await tx.caisse.findMany({ orderBy: { code: 'asc' }, select: { id: true } })
  const partenaires = await tx.partenaire.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  const enRetard = await tx.compte.findUnique({ where: { identifiant: 'vaucreux-jthiebaut' } })
  const ligne = (cote: { caisseId: string } | { partenaireId: string }, jours: number) => {
    const confirmeeLe = ilYA(atelier, jours)
    return { id: hasard.uuid(confirmeeLe), ...cote, depuis: confirmeeLe, confirmeeLe }
  }
  await tx.confirmationAnnuaire.createMany({
    data: [
      ...caisses.map(({ id }, rang) => ligne({ caisseId: id }, 60 + 20 * rang)),
      ...partenaires.map(({ id }, rang) =>
        ligne({ partenaireId: id }, id === enRetard?.partenaireId ? 400 : 30 + ((rang * 37) % 300)),
      ),
    ],
  })
  if (!enRetard?.partenaireId) return
  await tx.contactPartenaire.create({
    data: {
      id: hasard.uuid(ilYA(atelier, 400)),
      partenaireId: enRetard.partenaireId,
      type: 'theme',
      theme: 'Hébergement d’urgence',
      nom: 'Pôle solidarités',
      usage: 'Signaler une personne sans abri qui sort de l’hôpital',
      pourQui: 'les agents de la caisse',
      horaires: 'du lundi au vendredi, de 9 h à 17 h',
      telephone: '0261910277',
    },
  })
}
