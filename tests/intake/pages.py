"""Saved pages as news sites make them, of invented outlets about invented people."""

SPANISH = """<!DOCTYPE html>
<html lang="es" class="has-sidebar no-js">
<head>
<meta charset="utf-8">
<title>Una madre reconoce a su hijo en un v&iacute;deo difundido en Telegram | El Faro del Sur</title>
<meta property="og:title" content="Una madre reconoce a su hijo en un vídeo difundido en Telegram">
<meta property="og:site_name" content="El Faro del Sur">
<meta property="og:image" content="https://faro.example/fotos/video-captura.jpg">
<meta property="article:published_time" content="2024-05-23T08:15:00+02:00">
<meta name="author" content="Por Lucía Arbeláez">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"El Faro"},
{"@type":"NewsArticle","headline":"Una madre reconoce a su hijo en un vídeo difundido en Telegram",
"datePublished":"2024-05-23T08:15:00+02:00","author":[{"@type":"Person","name":"Lucía Arbeláez"}],
"publisher":{"@type":"Organization","name":"El Faro del Sur"}}]}</script>
<style>.x{display:none}</style>
<script>window.dataLayer=[]; var teaser = "<p>Esto no es texto</p>";</script>
</head>
<body class="single single-post comments-open with-sidebar">
<div id="cookie-banner" class="cookie-consent"><p>Usamos cookies propias y de terceros para mejorar su visita. Puede
aceptarlas todas o configurar su uso.</p><button>Aceptar</button></div>
<header class="site-header"><a href="/" class="logo">El Faro del Sur</a>
<nav><ul><li><a href="/mundo">Mundo</a><li><a href="/politica">Pol&iacute;tica</a><li><a href="/deportes">Deportes</a></ul></nav></header>
<div class="layout"><main>
<article class="post">
<header><p class="kicker">Internacional</p>
<h1>Una madre reconoce a su hijo en un v&iacute;deo difundido en Telegram</h1>
<p class="subtitulo">La mujer, de Vor&oacute;nezh, asegura que el capturado es Ruslan Doroshenkov.</p>
<p class="byline">Por <a rel="author" href="/autor/la">Luc&iacute;a Arbel&aacute;ez</a> · <time datetime="2024-05-23T08:15:00+02:00">hace 2 d&iacute;as</time></p></header>
<figure><img src="data:image/gif;base64,R0lGOD" data-src="/fotos/captura.jpg" alt="Captura"><figcaption>Captura del v&iacute;deo. Foto: Telegram.</figcaption></figure>
<p>Galina Doroshenkova reconoci&oacute; este jueves a su hijo, <strong>Ruslan Doroshenkov</strong>, de 33 a&ntilde;os,
en un v&iacute;deo publicado por el canal &laquo;Вести с переправы&raquo;, seg&uacute;n cuenta la bloguera Iryna Sukhodil.</p>
<p>&ldquo;Es &eacute;l, no tengo ninguna duda&rdquo;, asegura la mujer, que vive en Vor&oacute;nezh y no sab&iacute;a nada de su
hijo desde el pasado 2 de mayo.</p>
<div class="related-box"><p><strong>LEA TAMBI&Eacute;N</strong></p><p><a href="/otro">Un general visita el frente y promete la victoria en otra regi&oacute;n</a></p></div>
<p>El portavoz del Centro de Coordinaci&oacute;n, Hryhorii Zalizniak, no confirm&oacute; la captura y pidi&oacute; a las familias
que no paguen a nadie por informaci&oacute;n.</p>
<p>LEE TAMBIÉN: <a href="/otro2">Soldado baila en el frente para su hija</a></p>
<ul class="share-buttons"><li>Compartir en X</li><li>WhatsApp</li></ul>
<p>El v&iacute;deo dura 33 segundos y muestra a seis hombres sentados.</p>
</article>
<section class="mas-noticias"><h2>Noticias recientes</h2>
<article><h3><a href="/a">Mueren tres pescadores en el delta</a></h3><p>El temporal sorprendi&oacute; a la barca cuando volv&iacute;a al puerto de madrugada. <time datetime="2024-05-21">2 d&iacute;as ago</time></p></article>
<article><h3><a href="/b">El precio del trigo cae por tercer d&iacute;a</a></h3><p>Los productores piden ayudas urgentes al gobierno de la regi&oacute;n.</p></article></section>
</main>
<aside class="sidebar"><h3>Lo m&aacute;s le&iacute;do</h3><ol><li><a href="/c">Capturado el alcalde de otra ciudad</a></li></ol></aside></div>
<footer><p>&copy; El Faro del Sur. Todos los derechos reservados.</p></footer>
<noscript><img src="https://pixel.example/t.gif"></noscript>
</body></html>
"""
