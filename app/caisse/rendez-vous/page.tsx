import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { EnteteAgenda } from '@/components/rendez-vous/entete-agenda'
import { RendezVousAClore, SemaineAgenda } from '@/components/rendez-vous/semaine-agenda'
import { Avis } from '@/components/ui/avis'
import { agenda, filtresAgendaSchema } from '@/lib/rendez-vous/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Rendez-vous' }

const nombre = (texte: unknown) => (typeof texte === 'string' && /^\d{1,4}$/.test(texte) ? Number(texte) : 0)

export default async function RendezVous({ searchParams }: PageProps<'/caisse/rendez-vous'>) {
  const acteur = await exigerActeur('demande.voir')
  const maintenant = new Date()
  const recherche = await searchParams
  const filtres = filtresAgendaSchema.parse(recherche)
  const donnees = await agenda(acteur, filtres, maintenant)
  const [crees, retires] = [nombre(recherche.cree), nombre(recherche.retire)]
  return (
    <Cadre acteur={acteur} entree="/caisse/rendez-vous" exacte>
      <EnteteAgenda filtres={filtres} agenda={donnees} maintenant={maintenant} />
      {crees > 0 && (
        <Avis role="status" className="mt-5">
          {pluriel(crees, 'créneau créé', 'créneaux créés')}. Vous pouvez les proposer depuis une demande.
        </Avis>
      )}
      {retires > 0 && (
        <Avis role="status" className="mt-5">
          {pluriel(retires, 'créneau retiré', 'créneaux retirés')}.
        </Avis>
      )}
      <RendezVousAClore agenda={donnees} filtres={filtres} />
      <SemaineAgenda agenda={donnees} filtres={filtres} moi={acteur.compteId} maintenant={maintenant} />
    </Cadre>
  )
}
