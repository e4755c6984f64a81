import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { LienBouton } from '@/components/ui/bouton'
import { actionOublierAppareil } from '@/lib/securite/actions'
import type { maSecurite } from '@/lib/securite/queries'
import { dateAvecAnnee, relatif } from '@/lib/socle/format'
import { dateAParis } from '@/lib/socle/temps'

type Securite = Awaited<ReturnType<typeof maSecurite>>

const le = (instant: Date) => dateAvecAnnee(dateAParis(instant))

/** Codes of an application: in place since when, and what can be done about it. */
export function SectionApplication({ application, exige, cles }: Pick<Securite, 'application' | 'exige' | 'cles'>) {
  const retirable = application && (!exige || cles.length > 0)
  return (
    <section id="double-authentification" className="mb-10">
      <h2 className="mb-3">Double authentification</h2>
      <p className="mb-4">
        {application
          ? `Une application de codes est en place depuis le ${le(application.installeLe)}. Son code est demandé après le mot de passe.`
          : 'Aucune application de codes n’est en place.'}{' '}
        {exige
          ? 'Votre profil demande une double authentification.'
          : !application && 'Elle protège votre compte même si quelqu’un connaît votre mot de passe.'}
      </p>
      <div className="rangee-boutons">
        <LienBouton href="/double-authentification" aspect="secondaire">
          {application ? 'Changer d’application ou de téléphone' : 'Mettre en place une application de codes'}
        </LienBouton>
        {retirable && (
          <a href="/compte/securite/retirer" className="inline-block min-h-6">
            Retirer l’application
          </a>
        )}
      </div>
    </section>
  )
}

/** Passkeys, the better way: several, each with its name. */
export function SectionCles({ cles, maintenant }: { cles: Securite['cles']; maintenant: Date }) {
  return (
    <section id="cles" className="mb-10">
      <h2 className="mb-3">Clés d’accès</h2>
      <p className="mb-4">
        Le moyen le plus simple et le plus sûr : l’empreinte, le visage ou le code d’un appareil, ou une clé de
        sécurité, à la place du mot de passe. Une par appareil.
      </p>
      {cles.length > 0 && (
        <ul className="mb-4 border-t border-filet-2">
          {cles.map(({ id, nom, creeeLe, utiliseeLe, synchronisee }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-filet py-3"
            >
              <div className="min-w-0">
                <p className="font-[600] [overflow-wrap:anywhere]">{nom}</p>
                <p className="text-15 text-encre-2">
                  Ajoutée le {le(creeeLe)},{' '}
                  {utiliseeLe ? `utilisée ${relatif(utiliseeLe, maintenant)}` : 'jamais utilisée'}
                  {synchronisee && ', présente sur plusieurs appareils'}
                </p>
              </div>
              <a href={`/compte/securite/cles/${id}`} className="inline-block min-h-6">
                Renommer ou retirer<span className="sr-only"> la clé {nom}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <LienBouton href="/compte/securite/cles/nouvelle" aspect="secondaire">
        Ajouter une clé d’accès
      </LienBouton>
    </section>
  )
}

/** How many recovery codes are left; none without something to recover. */
export function SectionCodes({ codes }: { codes: number }) {
  return (
    <section id="codes" className="mb-10">
      <h2 className="mb-3">Codes de secours</h2>
      <p className="mb-4">
        {codes === 0
          ? 'Il ne vous en reste aucun. Créez-en : sans eux, un téléphone perdu ferme votre compte.'
          : `Il vous en reste ${codes} sur 10. Chacun ouvre votre compte une fois, sans votre téléphone ni votre clé.`}
      </p>
      <LienBouton href="/compte/securite/codes" aspect="secondaire">
        Créer de nouveaux codes
      </LienBouton>
    </section>
  )
}

/** Browsers that have signed in: the first sign-in from another one is told by mail. */
export function SectionAppareils({ appareils, maintenant }: { appareils: Securite['appareils']; maintenant: Date }) {
  return (
    <section id="appareils" className="mb-10">
      <h2 className="mb-3">Appareils connus</h2>
      <p className="mb-3">
        Un courriel vous prévient quand votre compte s’ouvre depuis un navigateur qui n’est pas dans cette liste.
        {appareils.length === 0 && ' Elle est vide pour le moment.'}
      </p>
      {appareils.length > 0 && (
        <ul className="border-t border-filet-2">
          {appareils.map(({ id, nom, premierLe, vuLe, courant }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-filet py-3"
            >
              <div className="min-w-0">
                <p className="font-[600]">
                  {nom}
                  {courant && ', celui-ci'}
                </p>
                <p className="text-15 text-encre-2">
                  Connu depuis le {le(premierLe)}, dernière connexion {relatif(vuLe, maintenant)}
                </p>
              </div>
              <Formulaire action={actionOublierAppareil} titrePage="Sécurité" cle={`appareil-${id}`}>
                <ChampCache name="id" valeur={id} />
                <BoutonEnvoi aspect="secondaire" dense enCours="Oubli…">
                  Oublier<span className="sr-only"> {nom}</span>
                </BoutonEnvoi>
              </Formulaire>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
