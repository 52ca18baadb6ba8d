"""Lines that belong to the page and not to what is reported: dates, bylines, sharing, rights, credits of pictures."""

import re

from paradero.intake.page.elements import words

_LONGEST = 250
_MOSTLY = 0.5
_WORD = re.compile(r"\w+")
_SMALL = words("a at by de del el en la las los o of on the to y и в на о у та і за г р h am pm")
_WORDS = _SMALL | words(
    """
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr
    may jun jul ago sep sept oct nov dic lunes martes miércoles jueves viernes sábado domingo
    january february march april june july august september october november december jan apr aug dec monday tuesday
    wednesday thursday friday saturday sunday
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг
    пятница суббота воскресенье
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа
    четвер п'ятниця субота неділя року года
    utc gmt cest cet msk мск uhr hora horas hrs min mins minutos minutes hour hours ago хв мин
    actualizado actualizada publicado publicada updated published posted опубликовано обновлено опубліковано оновлено
    por autor autora redacción автор текст редакция редакція author staff reporter lectura read reading время час чтения
    читання просмотров переглядів views visitas comentarios comments комментарии комментариев коментарі
    share print email save tweet copy link letter editor friend compartir imprimir enviar guardar copiar enlace escuchar
    regalar amigo correo поделиться печать распечатать версия печати поділитися роздрукувати друк
    facebook twitter x whatsapp telegram viber instagram pinterest linkedin youtube вк ок vk ok телеграм
    """
)
_RIGHTS = re.compile(
    r"©|\(c\)\s*\d{4}|todos los derechos reservados|all rights reserved|все права защищены|усі права захищен|"
    r"при перепечатке|при передруку",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:^|[\s(/|])(?i:fotos?|photos?|фото|imagen|captura)(?:\s*[:/|]\s*|\s+(?=[A-ZА-ЯІЇЄҐ]))"
    r"[^.!?:]{2,60}(?:\.[^.!?:]{0,40}){0,3}$"
)
_FEWEST = 2


def is_furniture(line: str) -> bool:
    """Tell whether a line is a date, a byline with one, a row of buttons, or the page's claim to its rights.

    >>> is_furniture("4 September 2026 · 3 min read"), is_furniture("Share · Print · Letter to the editor")
    (True, True)
    >>> is_furniture("Galina espera desde el 2 de mayo de 2024."), is_furniture("La otra orilla")
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    if _RIGHTS.search(line):
        return True
    said = _WORD.findall(line.casefold().replace("’", "'"))
    telling = [word for word in said if word not in _SMALL]
    known = sum(1 for word in telling if word in _WORDS or word.isdigit())
    return len(telling) >= _FEWEST and known > _MOSTLY * len(telling) and not line.endswith((".", "!", "?", "»", "”"))


def is_credit(line: str) -> bool:
    """Tell whether a line ends with the credit of a picture, so that it is its caption.

    >>> is_credit("Doña Rosalba en el corredor. Foto: Edmundo Rosero"), is_credit("Sacaron una foto de la sala.")
    (True, False)
    """
    return len(line) <= _LONGEST and bool(_CREDIT.search(line))
