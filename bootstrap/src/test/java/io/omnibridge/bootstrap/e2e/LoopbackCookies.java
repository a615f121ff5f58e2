package io.omnibridge.bootstrap.e2e;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/** Cookies of a browser that trusts loopback as browsers do: a cookie that is {@code Secure} is sent there without TLS too. */
final class LoopbackCookies implements CookieStore {

    private final CookieStore cookies = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
        cookie.setSecure(false);
        cookie.setVersion(0); // else the JDK sends quotes and attributes, which no browser does
        cookies.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return cookies.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return cookies.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return cookies.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return cookies.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return cookies.removeAll();
    }
}
