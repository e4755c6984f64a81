import { z } from 'zod'
import { type Service, services as tous } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { entier } from '@/lib/reglages/champs'
import { demandesOuvertes, brouillons as enBrouillons, selon } from '@/lib/reglages/libelles'
import type { Effet, Reglages } from '@/lib/reglages/modele'
import { type Portee, total } from '@/lib/reglages/portee'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'

const rang = (service: Service) =>
  entier({
    min: 1,
    max: 99,
    nom: `Rang de « ${definitionDe(service).libelleCourt} »`,
    requis: 'Indiquez sa place dans la liste',
  })

const schema = z
  .object({
    actifs: z
      .array(z.enum(tous), { error: 'Laissez au moins un service ouvert' })
      .min(1, 'Laissez au moins un service ouvert'),
    ordre: z
      .object(
        Object.fromEntries(tous.map((service) => [service, rang(service)])) as Record<Service, ReturnType<typeof rang>>,
      )
      .prefault({} as never),
  })
  .transform(({ actifs, ordre }) => ({
    services: [...tous]
      .sort((a, b) => ordre[a] - ordre[b])
      .map((service) => ({ service, actif: actifs.includes(service) })),
  }))

const estActif = (reglages: Reglages, service: Service) =>
  reglages.services.find((reglage) => reglage.service === service)?.actif ?? true

function effets(avant: Reglages, apres: Reglages, portee: Portee): Effet[] {
  return tous.flatMap((service): Effet[] => {
    const [etait, sera] = [estActif(avant, service), estActif(apres, service)]
    if (etait === sera) return []
    const nom = definitionDe(service).libelleCourt
    return [
      {
        texte: sera
          ? `« ${nom} » redevient proposé à tous les partenaires, sauf à ceux pour qui vous l’avez fermé.`
          : fermeture(nom, portee, service),
      },
    ]
  })
}

function fermeture(nom: string, portee: Portee, service: Service): string {
  const deposees = total(portee.demandes.filter((ligne) => ligne.service === service))
  const enCours = total(portee.brouillons.filter((ligne) => ligne.service === service))
  return `« ${nom} » n’est plus proposé. ${demandesOuvertes(deposees)} ${selon(deposees, 'suit son', 'suivent leur')} cours ; ${enBrouillons(enCours)} ${selon(enCours, 'ne pourra plus être transmis', 'ne pourront plus être transmis')} à cette caisse par ce service.`
}

export const services = {
  schema,
  valeurs: (reglages) => ({
    'actifs[]': reglages.services.filter(({ actif }) => actif).map(({ service }) => service),
    ...Object.fromEntries(reglages.services.map(({ service }, place) => [`ordre.${service}`, String(place + 1)])),
  }),
  lignes: (reglages) => [
    ...reglages.services.map(({ service, actif }) => ({
      cle: definitionDe(service).libelleCourt,
      valeur: actif ? 'ouvert' : 'fermé',
    })),
    {
      cle: 'Ordre',
      valeur: reglages.services.map(({ service }) => definitionDe(service).libelleCourt).join(', '),
    },
  ],
  effets,
} satisfies DefinitionSection
