package org.werkgraaf.follow;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/** Bundles behind an address, read by plain GET. Redirects are followed on the same host only. */
final class HttpSource implements BundleSource {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final URI base;
    private final FollowLimits limits;

    /** @param address of the folder in which the list lies */
    HttpSource(String address, FollowLimits limits) {
        this.base = URI.create(address.endsWith("/") ? address : address + "/");
        this.limits = limits;
    }

    @Override
    public InputStream open(String name) throws IOException {
        URI address = base.resolve(name);
        for (int redirects = 0; redirects <= limits.redirectsMax(); redirects++) {
            HttpURLConnection connection = connect(address);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                return connection.getInputStream();
            }
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            if (!REDIRECTS.contains(status) || location == null) {
                throw new IOException(address + " answered with the status " + status + ".");
            }
            URI next = target(address, location);
            if (!isSameHost(next)) {
                throw new IOException(
                        address + " redirects to another host, " + next.getHost() + "; that is not followed.");
            }
            address = next;
        }
        throw new IOException(base.resolve(name) + " redirects more than " + limits.redirectsMax()
                + " times (werkgraaf.reader.redirects-max).");
    }

    private HttpURLConnection connect(URI address) throws IOException {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout(limits.stallMillisMax());
            connection.setReadTimeout(limits.stallMillisMax());
            connection.setRequestProperty("Accept", "*/*");
            connection.setRequestProperty("Accept-Encoding", "identity");
            connection.setRequestProperty("Cache-Control", "no-cache");
            connection.getResponseCode();
            return connection;
        } catch (IOException e) {
            throw new IOException(address + " gave no answer (" + e + ").", e);
        }
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " redirects to something that is no address.", e);
        }
    }

    private boolean isSameHost(URI next) {
        return Objects.equals(next.getScheme(), base.getScheme())
                && Objects.equals(next.getHost(), base.getHost())
                && next.getPort() == base.getPort();
    }
}
