package org.werkgraaf.query;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/** Takes in the answer of another endpoint as long as the query may keep it. */
final class MeteredBody implements BodySubscriber<byte[]> {
    /** What a byte of a result becomes when it is read into rows. */
    private static final int ROWS_PER_BYTE = 4;

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final Meter meter;
    private Flow.@Nullable Subscription subscription;

    MeteredBody(Meter meter) {
        this.meter = meter;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            meter.check();
            // The thread of the query waits meanwhile, so that only one counts at a time.
            meter.keep((long) ROWS_PER_BYTE
                    * buffers.stream().mapToInt(ByteBuffer::remaining).sum());
            bytes.onNext(buffers);
        } catch (QueryCancelledException e) {
            if (subscription != null) {
                subscription.cancel();
            }
            bytes.onError(e);
        }
    }

    @Override
    public void onError(Throwable e) {
        bytes.onError(e);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
