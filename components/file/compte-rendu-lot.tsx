import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { Tableau } from '@/components/ui/tableau'
import { nomPersonne } from '@/lib/demandes/libelles'
import { actionAnnulerLot } from '@/lib/file/actions'
import { annulable } from '@/lib/file/annuler-lot'
import type { LotLu } from '@/lib/file/queries'
import { DELAI_RETRAIT_MINUTES, finDuRetrait } from '@/lib/messages/envoi'
import { heure, relatif } from '@/lib/socle/format'

type Ligne = LotLu['lignes'][number]

/** Time after which a lot that has not said its last word was cut. */
const COUPE_MS = 60_000

const verbes: Record<LotLu['type'], (details: { a?: string }) => string> = {
  prendre: () => 'Prise en charge',
  attribuer: ({ a }) => (a ? `Attribution à ${a}` : 'Attribution'),
  clore: () => 'Clôture',
}

/** «37 faites, 3 refusées». */
export function titreLot({ type, details, lignes }: LotLu): string {
  const faites = lignes.filter(({ fait }) => fait).length
  const refusees = lignes.length - faites
  const dit = [
    `${faites} ${faites > 1 ? 'faites' : 'faite'}`,
    refusees > 0 && `${refusees} ${refusees > 1 ? 'refusées' : 'refusée'}`,
  ]
  return `${verbes[type](details as { a?: string })}\u00A0: ${dit.filter(Boolean).join(', ')}`
}

function Table({
  titre,
  lignes,
  raison,
}: {
  titre: string
  lignes: Ligne[]
  raison?: (ligne: Ligne) => string | undefined
}) {
  if (lignes.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-2">{titre}</h2>
      <Tableau legende={titre} allure="chiffres">
        <thead>
          <tr>
            <th scope="col">Demande</th>
            <th scope="col" className={raison && 'max-tab:hidden'}>
              Personne
            </th>
            {raison && <th scope="col">Pourquoi</th>}
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={ligne.demandeId}>
              <th scope="row">
                {ligne.demande ? (
                  <>
                    <a href={`/caisse/demandes/${ligne.reference}`}>{ligne.reference}</a>, {ligne.demande.objet}
                  </>
                ) : (
                  'Une demande qui n’est plus à la caisse'
                )}
              </th>
              <td className={raison && 'max-tab:hidden'}>
                {ligne.demande
                  ? (nomPersonne({ ...ligne.demande, civilite: null, nomUsage: null }) ?? 'partenariat')
                  : '–'}
              </td>
              {raison && <td>{raison(ligne)}</td>}
            </tr>
          ))}
        </tbody>
      </Tableau>
    </section>
  )
}

function Reste({ lot: { total, lignes, le }, maintenant }: { lot: LotLu; maintenant: Date }) {
  const manque = total - lignes.length
  if (manque <= 0) return null
  const coupe = maintenant.getTime() - le.getTime() > COUPE_MS
  return (
    <Avis ton={coupe ? 'chaud' : 'info'} role="status" className="mt-6">
      <p>
        {coupe
          ? `L’action s’est interrompue : ${manque} des ${total} demandes n’ont pas été touchées. Cochez-les à nouveau dans la file.`
          : `Encore ${manque} sur ${total}. Rechargez la page pour suivre.`}
      </p>
    </Avis>
  )
}

function Annulation({ lot, retour, maintenant }: { lot: LotLu; retour: string; maintenant: Date }) {
  const faites = lot.lignes.filter(({ fait }) => fait).length
  if (faites === 0) return null
  if (lot.annuleeLe)
    return (
      <Avis role="status" className="mt-6">
        <p>Annulée {relatif(lot.annuleeLe, maintenant)}.</p>
      </Avis>
    )
  if (!annulable(lot, maintenant))
    return (
      <p className="mt-6 text-encre-2">
        Les {DELAI_RETRAIT_MINUTES} minutes sont passées{'\u00A0'}: les réponses sont parties. Pour rouvrir une demande,
        écrivez-y une réponse.
      </p>
    )
  return (
    <Formulaire
      action={actionAnnulerLot}
      titrePage="Compte rendu"
      cle="annuler"
      suite={`?retour=${encodeURIComponent(retour)}`}
      className="mt-6"
    >
      <ChampCache name="id" valeur={lot.id} />
      <p className="lecture mb-3 text-encre-2">
        {lot.type === 'clore'
          ? `Annuler rouvre les demandes et retire la réponse, sans courriel, jusqu’à ${heure(finDuRetrait(lot.le))}.`
          : 'Annuler rend chaque demande à qui la suivait.'}{' '}
        Ce qui a changé depuis reste comme il est.
      </p>
      <BoutonEnvoi aspect="secondaire" enCours="Annulation…">
        {faites > 1 ? `Annuler les ${faites}` : 'Annuler'}
      </BoutonEnvoi>
    </Formulaire>
  )
}

/** What was done, what was not and why, what can be undone and what could not. */
export function CompteRenduLot({ lot, retour, maintenant }: { lot: LotLu; retour: string; maintenant: Date }) {
  const { lignes } = lot
  return (
    <>
      <p className="mt-1 text-encre-2">{relatif(lot.le, maintenant)}</p>
      <Reste lot={lot} maintenant={maintenant} />
      <Annulation lot={lot} retour={retour} maintenant={maintenant} />
      <Table titre="Refusées" lignes={lignes.filter(({ fait }) => !fait)} raison={({ raison }) => raison} />
      <Table
        titre="Gardées, elles ont changé depuis"
        lignes={lignes.filter(({ annulee }) => typeof annulee === 'string')}
        raison={({ annulee }) => String(annulee)}
      />
      <Table titre="Annulées" lignes={lignes.filter(({ annulee }) => annulee === true)} />
      <Table titre="Faites" lignes={lignes.filter(({ fait, annulee }) => fait && annulee === undefined)} />
      <p className="mt-8">
        <LienBouton aspect={lot.annuleeLe ? 'primaire' : 'secondaire'} href={retour}>
          Revenir à la file
        </LienBouton>
      </p>
    </>
  )
}
