"""Builds the pictures, videos and sounds that the tests of intake open: a test card and a tone, some kilobytes in all.

Run by hand with ffmpeg 5 or newer, when a format is added: python scripts/build_test_media.py. They are kept in the
repository, since the tests are to run where there is no ffmpeg.
"""

import shutil
import subprocess
from pathlib import Path

TO = Path(__file__).resolve().parents[1] / "tests" / "intake" / "data" / "media"
CARD = ("-f", "lavfi", "-i", "testsrc=size=48x32:rate=5:duration=0.4")
ALPHA = ("-f", "lavfi", "-i", "color=red@0.5:size=48x32,format=rgba")
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=8000:duration=0.3")
ONE = ("-frames:v", "1")
FILES = {
    "picture.jpg": (*CARD, *ONE),
    "picture.png": (*CARD, *ONE),
    "picture.gif": (*CARD,),
    "lossy.webp": (*CARD, *ONE, "-lossless", "0"),
    "lossless.webp": (*CARD, *ONE, "-lossless", "1"),
    "alpha.webp": (*ALPHA, *ONE, "-pix_fmt", "yuva420p"),
    "clip.mp4": (*CARD, *TONE, "-c:v", "libx264", "-c:a", "aac"),
    "clip.mov": (*CARD, *TONE, "-c:v", "libx264", "-c:a", "aac"),
    "clip.3gp": (*CARD, "-c:v", "libx264"),
    "clip.webm": (*CARD, *TONE, "-c:v", "libvpx", "-c:a", "libopus", "-ar", "48000"),
    "clip.mkv": (*CARD, *TONE, "-c:v", "libx264", "-c:a", "libopus", "-ar", "48000"),
    "clip.ogv": (*CARD, "-c:v", "libtheora"),
    "voice.ogg": (*TONE, "-c:a", "libopus", "-ar", "48000"),
    "sound.ogg": (*TONE, "-c:a", "libvorbis"),
    "sound.mp3": (*TONE, "-c:a", "libmp3lame", "-b:a", "32k"),
    "bare.mp3": (*TONE, "-c:a", "libmp3lame", "-b:a", "32k", "-write_xing", "0", "-id3v2_version", "0"),
    "sound.wav": (*TONE, "-t", "0.05"),
    "sound.m4a": (*TONE, "-c:a", "aac"),
}


def main() -> None:
    """Write the files anew; the same ffmpeg writes the same bytes."""
    ffmpeg = shutil.which("ffmpeg")
    if not ffmpeg:
        raise SystemExit("ffmpeg is not here. Install it and run this again.")
    TO.mkdir(parents=True, exist_ok=True)
    for name, arguments in FILES.items():
        exact = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact", "-threads", "1")
        subprocess.run([ffmpeg, "-v", "error", "-y", *arguments, *exact, str(TO / name)], check=True)
        print(f"{name}: {(TO / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
