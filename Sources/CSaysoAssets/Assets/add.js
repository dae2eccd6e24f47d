// How far adding is: the numbers now and then, the whole page when there is more to see.
const progress = document.querySelector("[data-job]");
if (progress) {
  const bar = progress.querySelector("progress");
  const counted = progress.querySelector("[data-counted]");
  let seen = null;
  const look = async () => {
    try {
      const answer = await fetch(progress.dataset.job, { headers: { accept: "application/json" } });
      if (answer.status === 404) return location.reload();
      const job = await answer.json();
      const size = job.articles.length + job.problems.length;
      if (job.state === "done" || job.state === "failed") return location.reload();
      if (seen !== null && size > seen && size < 200) return location.reload();
      seen = size;
      if (job.documents > 0) {
        bar.max = job.documents;
        bar.value = job.read;
        const text = `${job.read} of ${job.documents} ${job.documents === 1 ? "document" : "documents"} read`;
        if (counted.textContent !== text) counted.textContent = text;
      }
    } catch { /* the server may be away for a moment */ }
    setTimeout(look, 1000);
  };
  look();
}
