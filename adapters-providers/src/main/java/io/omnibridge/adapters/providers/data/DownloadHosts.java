package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.adapters.support.net.PrivateHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rule for where one redirect of a media read is followed. */
final class DownloadHosts {

    private DownloadHosts() {}

    /** Returns the target of a redirect that may be followed, without the token. */
    static Optional<URI> target(MatchedRead read, String location, List<String> hosts) {
        try {
            URI target = read.url().resolve(new URI(location));
            return Optional.of(target).filter(it -> isAllowed(it, hosts, isOnLoopback(read)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOnLoopback(MatchedRead read) {
        return Loopback.isLoopback(read.api().url().getHost());
    }

    private static boolean isAllowed(URI target, List<String> hosts, boolean isOnLoopback) {
        if (target.getHost() == null || target.getRawUserInfo() != null || target.getRawFragment() != null) {
            return false;
        }
        String host = target.getHost().toLowerCase(Locale.ROOT);
        boolean isPrivate = PrivateHost.isPrivate(host);
        boolean isSecure = "https".equalsIgnoreCase(target.getScheme())
                || (isOnLoopback && "http".equalsIgnoreCase(target.getScheme()) && Loopback.isLoopback(host));
        return isSecure
                && (!isPrivate || (isOnLoopback && Loopback.isLoopback(host)))
                && (isOnLoopback || target.getPort() < 0)
                && hosts.stream().anyMatch(it -> fits(host, it));
    }

    private static boolean fits(String host, String pattern) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
