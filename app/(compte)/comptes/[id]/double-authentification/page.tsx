import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { adresseCompte } from '@/lib/comptes-caisse/adresses'
import { actionReinitialiserDoubleAuthentification } from '@/lib/securite/actions'
import { libellesRaison } from '@/lib/securite/libelles'
import { doubleAuthentificationTenue } from '@/lib/securite/queries'
import { raisons } from '@/lib/securite/schema'
import { type Acteur, nomComplet } from '@/lib/socle/acteur'
import { pluriel } from '@/lib/socle/format'
import { de } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Réinitialiser la double authentification'

export const metadata: Metadata = { title: titre }

type Props = PageProps<'/comptes/[id]/double-authentification'>
type Compte = NonNullable<Awaited<ReturnType<typeof doubleAuthentificationTenue>>>

/** For someone who has lost the phone and the recovery codes: says what will happen, then undoes what was set up. */
export default async function Reinitialiser({ params, searchParams }: Props) {
  const acteur = await exigerActeur('double_authentification.reinitialiser')
  const compte = await doubleAuthentificationTenue(acteur, (await params).id)
  if (!compte) notFound()
  const { entree, adresse } = lieu(acteur, compte)
  const rien = !compte.application && compte.cles === 0
  const faits = {
    reinitialisee: `La double authentification ${de(nomComplet(compte))} est remise à zéro, et ses sessions sont fermées. Un courriel le lui dit.`,
  }
  return (
    <Cadre acteur={acteur} entree={entree}>
      <FilRetour href={adresse} libelle={nomComplet(compte)} />
      <div className="max-w-160">
        <Fait fait={(await searchParams).fait} mots={faits} />
        <Formulaire
          action={actionReinitialiserDoubleAuthentification}
          titrePage={titre}
          cle={`reinitialiser-${compte.id}`}
        >
          <h1 className="mb-4">
            {titre} {de(nomComplet(compte))}
          </h1>
          {rien ? (
            <p>Rien n’est en place sur ce compte : il n’y a rien à réinitialiser.</p>
          ) : (
            <>
              <p className="mb-3">
                Pour une personne qui n’a plus ni son téléphone, ni ses clés, ni ses codes de secours. En place
                aujourd’hui : {enPlace(compte)}.
              </p>
              <ul className="mb-6 list-disc pl-5">
                <li>Tout cela cesse de servir, et les appareils connus sont oubliés.</li>
                <li>Ses sessions se ferment à leur prochaine page.</li>
                <li>À sa prochaine connexion, par mot de passe, elle remet une double authentification en place.</li>
                <li>Un courriel le lui dit, et le journal garde qui l’a fait, quand et pourquoi.</li>
              </ul>
              <ChampCache name="compteId" valeur={compte.id} />
              <Radios
                name="raison"
                label="Pourquoi ?"
                options={raisons.map((valeur) => ({ valeur, libelle: libellesRaison[valeur] }))}
              />
              <CaseACocher
                name="verifiee"
                label="Je me suis assuré que c’est bien cette personne qui le demande"
                aide="De vive voix ou à un numéro que vous connaissez, jamais sur la seule foi d’un courriel."
              />
              <div className="rangee-boutons">
                <BoutonEnvoi aspect="danger" enCours="Réinitialisation…">
                  Réinitialiser
                </BoutonEnvoi>
                <a href={adresse} className="inline-block min-h-6">
                  Ne rien changer
                </a>
              </div>
            </>
          )}
        </Formulaire>
      </div>
    </Cadre>
  )
}

function enPlace({ application, cles, codes }: Compte): string {
  return [
    application && 'une application de codes',
    cles > 0 && pluriel(cles, 'clé d’accès', 'clés d’accès'),
    codes > 0 && pluriel(codes, 'code de secours', 'codes de secours'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The page of the account, for who manages it. */
function lieu(acteur: Acteur, { id, profil, caisseId, partenaireId }: Compte): { entree: string; adresse: string } {
  if (acteur.profil === 'gestionnaire') return { entree: '/equipe', adresse: `/equipe/${id}` }
  if (profil === 'technicien' || profil === 'gestionnaire')
    return { entree: '/caisse/partenaires', adresse: `/caisse/partenaires/${partenaireId}/comptes/${id}` }
  const adresse = adresseCompte(acteur, { id, profil, caisseId })
  return { entree: adresse.split('/').slice(0, 3).join('/'), adresse }
}
