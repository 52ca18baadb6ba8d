"""What a server such as gunicorn serves, once the preview allows a start."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paradero.site.settings")
application = get_wsgi_application()

from paradero.site.preview import require_preview  # noqa: E402 -- Django comes first

require_preview("127.0.0.1")  # where it listens is the server's affair: `desk.neighbours` looks at each request
connections.close_all()  # the server may fork, and a connection to SQLite must not be carried over
