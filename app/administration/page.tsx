import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { AvisSignaux } from '@/components/signaux/avis-signaux'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { ListeActions } from '@/components/ui/liste-actions'
import { ceQuiAttendAdministration } from '@/lib/caisses/queries-administration'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import { signauxAVoir } from '@/lib/signaux/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, pluriel, relatif } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Ce qui vous attend'

export const metadata: Metadata = { title: titre }

export default async function Administration() {
  const acteur = await exigerActeur('administrer')
  const maintenant = new Date()
  const { caisses, total, liens, cgu } = await ceQuiAttendAdministration(acteur, maintenant)
  const points = [
    ...caisses.map(({ id, nom, manques }) => ({
      href: `/administration/caisses/${id}`,
      libelle: `${nom} : ${manques[0]?.toLowerCase()}${manques.length > 1 ? `, et ${pluriel(manques.length - 1, 'autre point', 'autres points')}` : ''}`,
    })),
    ...cgu.map(({ id, numero, publieeLe }) => ({
      href: `/administration/cgu/${id}`,
      libelle: publieeLe
        ? `Conditions d’utilisation, version ${numero} : publication prévue le ${dateAvecAnnee(dateAParis(publieeLe))}`
        : `Conditions d’utilisation, version ${numero} : brouillon à publier`,
    })),
    ...liens.map((compte) => ({
      href: adresseCompte(acteur, compte),
      libelle: `${nomComplet(compte)}, ${compte.caisse?.nom ?? 'administration nationale'} : lien d’activation non utilisé, compte créé ${relatif(compte.creeLe, maintenant)}`,
    })),
  ]
  return (
    <Cadre acteur={acteur} entree="/administration">
      <h1 className="mb-6">{titre}</h1>
      <AvisSignaux nombre={await signauxAVoir(acteur)} base="/administration/journal" />
      {total === 0 ? (
        <EtatVide
          titre="Aucune caisse"
          action={<LienBouton href="/administration/caisses/nouvelle">Créer une caisse</LienBouton>}
        >
          <p>Le portail est prêt. Créez la première caisse, puis le compte de son référent.</p>
        </EtatVide>
      ) : points.length === 0 ? (
        <p>
          Rien pour le moment : les caisses sont prêtes, et chacun a activé son compte.{' '}
          <a href="/administration/caisses">Voir les caisses</a>
        </p>
      ) : (
        <ListeActions regle className="max-w-180" liens={points} />
      )}
    </Cadre>
  )
}
