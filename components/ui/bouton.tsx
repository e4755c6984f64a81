import type { ComponentProps, ReactNode } from 'react'
import { LoaderCircle } from '@/components/ui/icones'

export type AspectBouton = 'primaire' | 'secondaire' | 'tiers' | 'danger'

type Apparence = {
  aspect?: AspectBouton
  /** 34 px high instead of 44, for tables and bars of actions. */
  dense?: boolean
  icone?: ReactNode
  /** Keyboard shortcut, shown in a small frame. */
  touche?: string
}

export function classeBouton({ aspect = 'primaire', dense }: Apparence, className?: string) {
  return ['bouton', `bouton--${aspect}`, dense && 'bouton--dense', className].filter(Boolean).join(' ')
}

function Touche({ touche }: { touche?: string }) {
  if (!touche) return null
  return (
    <kbd aria-hidden="true" className="bouton__touche max-tab:hidden">
      {touche}
    </kbd>
  )
}

/**
 * A button is never `disabled`: while its action runs it stays focusable, says so (`busy`), and the words passed as
 * children are the verb with «…».
 */
export function Bouton({
  aspect = 'primaire',
  dense,
  icone,
  touche,
  busy,
  className,
  type = 'button',
  children,
  ...props
}: Apparence & { busy?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type={type}
      className={classeBouton({ aspect, dense }, className)}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={touche}
      {...props}
    >
      {busy ? <LoaderCircle /> : icone}
      {children}
      <Touche touche={touche} />
    </button>
  )
}

export function LienBouton({
  aspect = 'primaire',
  dense,
  icone,
  touche,
  className,
  children,
  ...props
}: Apparence & ComponentProps<'a'> & { href: string }) {
  return (
    <a className={classeBouton({ aspect, dense }, className)} aria-keyshortcuts={touche} {...props}>
      {icone}
      {children}
      <Touche touche={touche} />
    </a>
  )
}
