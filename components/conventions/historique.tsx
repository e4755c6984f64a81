import { ChronologieCompacte } from '@/components/ui/chronologie'
import type { VueEvenement } from '@/lib/conventions/queries-detail'
import { dateEtHeure } from '@/lib/socle/format'
import { avecArticle } from '@/lib/socle/francais'

const titres: Record<string, string> = {
  creee: 'Brouillon préparé',
  modifiee: 'Projet modifié',
  signatures: 'Signatures notées',
  signee: 'Convention signée',
  prise_effet: 'Prise d’effet',
  reconduite: 'Reconduction tacite',
  avenant: 'Avenant enregistré',
  denoncee: 'Dénonciation enregistrée',
  denonciation_retiree: 'Dénonciation retirée',
  mise_en_demeure: 'Mise en demeure enregistrée',
  mise_en_demeure_levee: 'Mise en demeure levée',
  resiliee: 'Résiliation',
  echue: 'Fin de la convention',
  document: 'Document ajouté',
  habilitation: 'Remise de documents dans le portail changée',
}

const parRegle = ['prise_effet', 'reconduite', 'echue', 'resiliee']

/** Who recorded what, the last first, by caisse where there are several. */
export function HistoriqueConvention({ evenements, plusieurs }: { evenements: VueEvenement[]; plusieurs: boolean }) {
  return (
    <ChronologieCompacte
      evenements={evenements.toReversed().map(({ id, type, caisse, enregistreLe, auteur, automatique }) => ({
        cle: id,
        titre: `${titres[type] ?? type}${plusieurs && caisse ? `, ${avecArticle(caisse)}` : ''}`,
        detail: [dateEtHeure(enregistreLe), auteur ?? (automatique && parRegle.includes(type) ? 'automatique' : null)]
          .filter(Boolean)
          .join(', '),
      }))}
    />
  )
}
