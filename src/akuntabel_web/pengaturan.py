"""Settings of the web, all from the environment: the same code serves a laptop and a data centre.

DATABASE_URL names the role that serves (no BYPASSRLS), DATABASE_URL_PEMILIK the owner who migrates, AKUNTABEL_DATA the
folder of this installation, AKUNTABEL_HOST the address that people type, AKUNTABEL_PENGEMBANGAN=1 a developer's
machine.
"""

from __future__ import annotations

import os
from pathlib import Path

from akuntabel_web.inti.lingkungan import addresses, database, oidc_providers, old_keys, secret_key

_BASE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("AKUNTABEL_DATA", "data-akuntabel")).resolve()
DEBUG = False  # a page of errors shows settings and rows: never, not even on a developer's machine
PENGEMBANGAN = os.environ.get("AKUNTABEL_PENGEMBANGAN", "") == "1"
SECRET_KEY = secret_key(os.environ, DATA)
SECRET_KEY_FALLBACKS = old_keys(os.environ)

ALAMAT, ALLOWED_HOSTS, _AMAN = addresses(os.environ.get("AKUNTABEL_HOST", "localhost:8000"))
CSRF_TRUSTED_ORIGINS = [ALAMAT] if _AMAN else []
_SESSION = "sesi"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "akuntabel_web.inti",
    "akuntabel_web.instansi",
    "akuntabel_web.akun",
    "akuntabel_web.paket",
    "akuntabel_web.jejak",
    "akuntabel_web.ukur",
    "akuntabel_web.beranda",
    "akuntabel_web.rencana",
    "akuntabel_web.perjanjian",
    "akuntabel_web.dasbor",
    "akuntabel_web.laporan",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "akuntabel_web.inti.tembolok.NeverKept",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "akuntabel_web.inti.sesi.SessionLifetime",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "akuntabel_web.rute"
WSGI_APPLICATION = "akuntabel_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "akuntabel_web.inti.halaman.page_context",
            ],
        },
    }
]

DATABASES = {
    "default": database(os.environ.get("DATABASE_URL", "")),
    "tembolok": {**database(os.environ.get("DATABASE_URL", "")), "ATOMIC_REQUESTS": False},
    "pemilik": {
        **database(os.environ.get("DATABASE_URL_PEMILIK") or os.environ.get("DATABASE_URL", "")),
        "ATOMIC_REQUESTS": False,
    },
}
DATABASE_ROUTERS = ["akuntabel_web.inti.penghubung.CacheApart"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "antrean"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "inti_tembolok",
        "TIMEOUT": 3600,
        # Beyond this many rows a third is thrown away, counts of guesses too: more than anybody fills in an hour.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
AKUNTABEL_MASKED = {
    "akun_pengguna": ("password", "last_login"),
    "akun_undangan": ("sidik",),
    "mfa_authenticator": ("data", "last_used_at"),
    "socialaccount_socialaccount": ("extra_data", "uid", "last_login"),
    "paket_impor": ("isi",),
    "paket_berkas": ("isi",),
    "ukur_unggahan": ("isi",),
}
# Files that people hand in: the most bytes, and a command that gets a path and answers 0 for what is clean (or none).
AKUNTABEL_UNGGAHAN_MAKS = int(os.environ.get("AKUNTABEL_UNGGAHAN_MAKS_MB", "20")) * 1024 * 1024
AKUNTABEL_PEMINDAI = os.environ.get("AKUNTABEL_PEMINDAI", "")

AUTH_USER_MODEL = "akun.Pengguna"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "akuntabel_web.akun.sandi.NotOnlyWordsOfTheTrade"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
ACCOUNT_ADAPTER = "akuntabel_web.akun.penyesuai.InvitedOnly"
SOCIALACCOUNT_ADAPTER = "akuntabel_web.akun.penyesuai.InvitedOnlySocial"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # who changes addresses or ways to sign in proves once more that it is he
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Akuntabel: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _AMAN else "http"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
AKUNTABEL_LAJU_KALI = int(os.environ.get("AKUNTABEL_LAJU_KALI", "1"))  # times the limits of inti/laju.toml
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("AKUNTABEL_PROKSI", "0"))
MFA_ADAPTER = "akuntabel_web.akun.penyesuai.SealedFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _AMAN
MFA_TOTP_ISSUER = "Akuntabel"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc_providers(os.environ), "OAUTH_PKCE_ENABLED": True}}
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # only addresses that the government's own provider has verified
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

EMAIL_HOST = os.environ.get("AKUNTABEL_SUREL_PELADEN", "")
# Without a mail server mails stand on the server's terminal, and an invitation's link on the page of who invites.
SUREL_TERPASANG = bool(EMAIL_HOST)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SUREL_TERPASANG else 'console'}.EmailBackend"
EMAIL_PORT = int(os.environ.get("AKUNTABEL_SUREL_PORTA", "25"))
EMAIL_HOST_USER = os.environ.get("AKUNTABEL_SUREL_PENGGUNA", "")
EMAIL_HOST_PASSWORD = os.environ.get("AKUNTABEL_SUREL_SANDI", "")
EMAIL_USE_TLS = os.environ.get("AKUNTABEL_SUREL_TLS", "") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("AKUNTABEL_SUREL_DARI", "akuntabel@localhost")

SESSION_COOKIE_NAME = f"__Host-{_SESSION}" if _AMAN else _SESSION
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _AMAN
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # from sign-in; AKUNTABEL_SESI_DIAM: from the last use
AKUNTABEL_SESI_DIAM = int(os.environ.get("AKUNTABEL_SESI_DIAM_MENIT", "120")) * 60
CSRF_COOKIE_NAME = "__Host-csrf" if _AMAN else "csrf"
PESAN_COOKIE_NAME = "__Host-pesan" if _AMAN else "pesan"
MESSAGE_STORAGE = "akuntabel_web.inti.pesan.Pesan"
SECURE_SSL_REDIRECT = False  # the proxy in front does that
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_HSTS_SECONDS = 31_536_000 if _AMAN else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _AMAN
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # data: for the symbols of Bootstrap and the QR code of TOTP
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'", *(app["settings"]["asal"] for app in oidc_providers(os.environ))],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "akuntabel_web.inti.unggah.LimitedUpload",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LANGUAGE_CODE = "id"
TIME_ZONE = os.environ.get("AKUNTABEL_ZONA_WAKTU", "Asia/Jakarta")
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["akuntabel_web.format"]

STATIC_URL = "/aset/"
STATICFILES_DIRS = [_BASE / "aset"]
WHITENOISE_USE_FINDERS = True  # served from the wheel itself: no step that somebody could forget
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "baris": {
            "()": "akuntabel_web.inti.catatan.SafeFormatter",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["layar"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["layar"], "level": "WARNING", "propagate": False},
        "akuntabel": {"level": "INFO"},
    },
}
