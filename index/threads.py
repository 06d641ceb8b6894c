"""One thread a text: a question is too short to share between cores, and passages come in batches, one a core.

Threads that share a text wait for each other at every step. On two cores that others kept busy, a question's encoding
took 190 ms of both and one matrix product of the second look 20 ms; one thread does them in 16 and 1 ms.
"""


def compute_alone() -> None:
    """Let PyTorch and the BLAS of NumPy compute in the calling thread, in the whole process, from now on."""
    import torch
    from threadpoolctl import threadpool_limits

    torch.set_num_threads(1)
    threadpool_limits(1, user_api="blas")
