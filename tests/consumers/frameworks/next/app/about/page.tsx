import { Story } from "../story";

export default function Page() {
  return (
    <main>
      <Story>
        <h1>Port Merrow closes its quay</h1>
        <p>“The quay is closed,” said Pavel Lind, the harbour master.</p>
      </Story>
    </main>
  );
}
