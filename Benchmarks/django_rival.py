"""The same rows behind Django REST framework: a list of 50 as JSON, for those with a token."""
import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="benchmark",
    DEBUG=False,
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DJANGO_DATABASE"]}},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "rest_framework.authtoken"],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    },
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import generics, pagination, serializers  # noqa: E402


class Alis(models.Model):
    id = models.CharField(primary_key=True, max_length=26)
    name = models.TextField()
    municipality = models.TextField()
    scheme = models.TextField()
    form = models.TextField()
    percent = models.IntegerField()
    standing = models.TextField()
    expectedEnd = models.TextField()
    sortName = models.TextField(db_index=True)

    class Meta:
        app_label = "auth"
        managed = False
        db_table = "alis"


class AlisSerializer(serializers.ModelSerializer):
    class Meta:
        model = Alis
        fields = ["id", "name", "municipality", "scheme", "form", "percent", "standing", "expectedEnd"]


class Pages(pagination.PageNumberPagination):
    page_size = 50


class AlisList(generics.ListAPIView):
    queryset = Alis.objects.order_by("sortName")
    serializer_class = AlisSerializer
    pagination_class = Pages


urlpatterns = [path("alis", AlisList.as_view())]
application = get_wsgi_application()


def prepare():
    """Makes the tables for users and tokens and gives one token."""
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from rest_framework.authtoken.models import Token

    call_command("migrate", verbosity=0)
    user = User.objects.create_user("ravna")
    print(Token.objects.create(user=user).key)


if __name__ == "__main__":
    prepare()
