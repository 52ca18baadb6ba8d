"""One piece of news as a wire, in three translations, and two texts that are not it; of the invented cast."""

WIRE = (
    "Galina Doroshenkova reconoció a su hijo Ruslan, de 33 años, en un vídeo difundido el 22 de mayo. La "
    "madre, que vive en Vorónezh, dijo que el ejército no le había comunicado nada desde el 4 de abril. "
    "«Está más delgado, pero es él, tiene la misma cicatriz en la ceja», contó por teléfono. El "
    "regimiento 87 no respondió a las tres cartas que le envió."
)
TRANSLATED = {
    "ru": "Галина Дорошенкова узнала своего сына Руслана, 33 лет, на видео, распространённом 22 мая. По словам "
    "жительницы Воронежа, с 4 апреля армия ничего ей не сообщала. «Похудел, но это он, тот же шрам на "
    "брови», — сказала она по телефону. На три её письма 87-й полк не ответил.",
    "uk": "Галина Дорошенкова впізнала свого сина Руслана, 33 років, на відео, поширеному 22 травня. Мешканка "
    "Воронежа сказала, що від 4 квітня армія нічого їй не повідомляла. «Схуд, але це він, той самий шрам "
    "на брові», — розповіла вона телефоном. На три її листи 87-й полк не відповів.",
    "en": "Galina Doroshenkova recognised her son Ruslan, 33, in a video released on 22 May. The mother, who "
    "lives in Voronezh, said the army had told her nothing since 4 April. 'He is thinner, but it is him, "
    "he has the same scar on his eyebrow,' she said by telephone. The 87th regiment did not answer the "
    "three letters she sent.",
}
OWN = (
    "At the school gate in Voronezh everybody knows Ruslan Doroshenkov. His first teacher, Tamara "
    "Belkina, showed this reporter the class photograph of 2004 and a jar with the buttons he had "
    "collected. 'He repaired the clock in the hall, it has run ever since,' she told us. In the barber's "
    "shop across the road two of his friends were filling in a form for the hotline. They had bought a "
    "ticket to the border for Friday."
)
ELSEWHERE = (
    "El ayuntamiento de Pasto inauguró ayer una biblioteca en el barrio de San Juan. Yeison Cuastumal, "
    "que dirige el taller de lectura, explicó que abrirá también los sábados. La obra costó el doble de "
    "lo previsto y tardó cuatro años."
)
