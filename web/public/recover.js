// A part of the page that did not arrive (a tunnel, a restart) would leave it blank for good: it loads itself again
// once, and says so if that did not help. Plain and small, since it must stand before anything else has loaded.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return
    const last = Number(sessionStorage.getItem('recovered-at') ?? 0)
    sessionStorage.setItem('recovered-at', String(Date.now()))
    if (Date.now() - last > 15_000) {
      location.reload()
      return
    }
    const notice = document.getElementById('not-loaded')
    notice.hidden = false
    notice.querySelector('button').onclick = () => location.reload()
  },
  true,
)
